// A match that binds a payload by value, repaired: match what you want to keep without binding it by value.

enum Message {
    Text(String),
    Quit,
}

fn main() {
    let message = Message::Text(String::from("hi"));
    match message {
        Message::Text(_) => println!("text"),
        Message::Quit => println!("quit"),
    }
    let again = message;
    drop(again);
}
