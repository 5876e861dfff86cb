// Parameters have a size.
fn g(x: str) {} //~ ERROR E0277
fn main() {}
