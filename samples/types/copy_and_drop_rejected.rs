// A type with a destructor cannot be `Copy`: both copies would be destroyed.

#[derive(Clone, Copy)] //~ ERROR E0184
struct Handle {
    number: i32,
}

impl Drop for Handle {
    fn drop(&mut self) {}
}

fn main() {}
