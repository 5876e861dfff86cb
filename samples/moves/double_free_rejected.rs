// Freeing a value twice: impossible, because the second `drop` would use what the first one took.

struct Connection {
    name: String,
}

fn close(connection: Connection) {
    drop(connection);
}

fn main() {
    let connection = Connection { name: String::from("db") };
    close(connection);
    close(connection); //~ ERROR E0382
}
