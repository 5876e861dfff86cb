// A type with a destructor cannot be `Copy`: both copies would be destroyed.

#[derive(Clone, Copy)]
struct Handle { //~ ERROR E0184
    number: i32,
}

impl Drop for Handle {
    fn drop(&mut self) {}
}

fn main() {}
