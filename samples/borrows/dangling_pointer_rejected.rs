// A dangling pointer: `longest` would point to a string that ended with its block.

fn main() {
    let longest: &String;
    {
        let word = String::from("ownership");
        longest = &word; //~ ERROR E0597
    }
    println!("{}", longest);
}
