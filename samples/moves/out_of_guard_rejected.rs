// A value with a destructor is whole until it is dropped: no field may be moved out of it.

struct Session {
    user: String,
}

impl Drop for Session {
    fn drop(&mut self) {}
}

fn user(session: Session) -> String {
    session.user //~ ERROR E0509
}

fn main() {
    println!("{}", user(Session { user: String::from("ada") }));
}
