// A type with a destructor is moved, not copied: whoever has it last destroys it.

#[derive(Clone)]
struct Handle {
    number: i32,
}

impl Drop for Handle {
    fn drop(&mut self) {}
}

fn main() {
    let handle = Handle { number: 1 };
    let other = handle.clone();
    drop(handle);
    println!("{}", other.number);
}
