// A documentation comment at the end of a file documents nothing.
fn main() {}
/// what follows? //~ ERROR syntax
