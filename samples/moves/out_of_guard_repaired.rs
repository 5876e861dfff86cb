// A field of a value with a destructor, repaired: the field is cloned, and the destructor finds a whole value.

struct Session {
    user: String,
}

impl Drop for Session {
    fn drop(&mut self) {}
}

fn user(session: Session) -> String {
    session.user.clone()
}

fn main() {
    println!("{}", user(Session { user: String::from("ada") }));
}
