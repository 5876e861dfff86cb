// A function without a body belongs into a trait.
fn f(); //~ ERROR syntax
fn main() {}
