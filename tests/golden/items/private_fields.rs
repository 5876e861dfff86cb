// A struct of another module is made and taken apart by what can see all its fields.
mod shapes {
    #[derive(Default)]
    pub struct Point {
        pub x: i32,
        y: i32,
    }
}
fn make() -> shapes::Point {
    shapes::Point { x: 1, y: 2 } //~ ERROR E0451
}
fn take(p: shapes::Point) {
    let shapes::Point { x, y } = p; //~ ERROR E0451
}
fn take_over(p: shapes::Point) -> shapes::Point {
    shapes::Point { x: 1, ..p } //~ ERROR E0451
}
fn main() {}
