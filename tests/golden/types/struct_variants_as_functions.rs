// A struct variant is made with braces.
enum E {
    A { x: u8 },
}
fn f() -> E {
    E::A(1) //~ ERROR E0533
}
fn g(e: E) {
    match e {
        E::A(x) => {} //~ ERROR E0164
    }
}
fn main() {}
