// A value that is gone on one path is gone for everything after the paths meet.

fn publish(text: String) {
    println!("{}", text);
}

fn run(text: String, now: bool) -> usize {
    if now {
        publish(text);
    }
    text.len() //~ ERROR E0382
}

fn main() {
    println!("{}", run(String::from("news"), true));
}
