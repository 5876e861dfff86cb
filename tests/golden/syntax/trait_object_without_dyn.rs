// A trait object is written with `dyn`.
fn f(x: &Clone) {} //~ ERROR E0782
fn main() {}
