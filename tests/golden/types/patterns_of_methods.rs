// A pattern names variants and constants, not functions of a type.
struct S;
impl S {
    fn make() -> S {
        S
    }
    const ONE: i32 = 1;
}
fn call(s: S) {
    match s {
        S::make() => {} //~ ERROR E0164
    }
}
fn value(s: S) {
    match s {
        S::make => {} //~ ERROR E0533
    }
}
fn main() {}
