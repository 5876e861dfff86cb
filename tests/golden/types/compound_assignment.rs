// `+=` needs its trait.
fn f(mut a: bool) {
    a <<= 2; //~ ERROR E0368
}
fn main() {}
