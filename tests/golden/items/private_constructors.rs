// A tuple struct with a private field has a private constructor.
mod shapes {
    pub struct Secret(i32);
}
fn call() -> shapes::Secret {
    shapes::Secret(1) //~ ERROR E0603
}
fn main() {}
