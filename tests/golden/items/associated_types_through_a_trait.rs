// `Trait::Name` does not say of which type.
fn f(x: Iterator::Item) {} //~ ERROR E0223
fn main() {}
