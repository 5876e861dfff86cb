// A pointer to a local variable returned from its function: in C it points into a dead stack frame.

fn greeting(name: &str) -> &str {
    let mut text = String::from("hello ");
    text.push_str(name);
    &text //~ ERROR E0515
}

fn main() {
    println!("{}", greeting("world"));
}
