// Locals have a size.
fn f(x: &str) {
    let y = *x; //~ ERROR E0277
}
fn main() {}
