// A tuple variant is taken apart with parentheses.
enum E {
    A(u8),
}
fn f(e: E) {
    match e {
        E::A { x } => {} //~ ERROR E0769
    }
}
fn main() {}
