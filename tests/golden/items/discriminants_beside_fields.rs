// Discriminants beside variants with fields need a `repr`.
enum E { //~ ERROR E0732
    A(i32) = 1,
    B = 2,
}
fn main() {}
