// A unit pattern or a value: a method of a type is neither variant nor constant.
enum E {
    A { x: i32 },
}
fn value() -> E {
    E::A //~ ERROR E0533
}
fn main() {}
