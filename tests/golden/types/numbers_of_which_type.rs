// A method of a literal needs to know the type of the literal.
fn f() -> f32 {
    2.0.powi(2) //~ ERROR E0689
}
fn g() {
    let x = 2.0;
    x.neg(); //~ ERROR E0689
}
fn main() {}
