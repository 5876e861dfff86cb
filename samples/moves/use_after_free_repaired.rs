// Using a value after it was freed, repaired: use first, free last.

fn main() {
    let text = Box::new(String::from("hello"));
    println!("{}", text);
    drop(text);
}
