// A match that binds a payload by value takes it out of the enum.

enum Message {
    Text(String),
    Quit,
}

fn main() {
    let message = Message::Text(String::from("hi"));
    match message {
        Message::Text(text) => println!("{}", text),
        Message::Quit => println!("quit"),
    }
    let again = message; //~ ERROR E0382
    drop(again);
}
