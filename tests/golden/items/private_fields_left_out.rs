// A field that cannot be seen cannot be given.
mod shapes {
    pub struct Point {
        pub x: i32,
        y: i32,
    }
}
fn less() -> shapes::Point {
    shapes::Point { x: 1 } //~ ERROR private-fields
}
fn main() {}
