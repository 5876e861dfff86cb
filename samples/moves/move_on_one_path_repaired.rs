// A value that is gone on one path, repaired: each path ends by itself.

fn publish(text: String) {
    println!("{}", text);
}

fn run(text: String, now: bool) -> usize {
    if now {
        publish(text);
        return 0;
    }
    text.len()
}

fn main() {
    println!("{}", run(String::from("news"), true));
}
