// A dangling pointer, repaired: the string moves out of its block, so there is nothing to point to from outside.

fn main() {
    let longest: String;
    {
        let word = String::from("ownership");
        longest = word;
    }
    println!("{}", longest);
}
