// Using a value after it was freed: the drop is a move, so the use is a use of a moved value.

fn main() {
    let text = Box::new(String::from("hello"));
    drop(text);
    println!("{}", text); //~ ERROR E0382
}
