// A pointer to a local variable, repaired: the function gives the value away instead of pointing to it.

fn greeting(name: &str) -> String {
    let mut text = String::from("hello ");
    text.push_str(name);
    text
}

fn main() {
    println!("{}", greeting("world"));
}
