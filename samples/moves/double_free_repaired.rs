// Freeing a value twice, repaired: each value is closed once, by the function that owns it last.

struct Connection {
    name: String,
}

fn close(connection: Connection) {
    drop(connection);
}

fn main() {
    let first = Connection { name: String::from("db") };
    let second = Connection { name: String::from("db") };
    close(first);
    close(second);
}
