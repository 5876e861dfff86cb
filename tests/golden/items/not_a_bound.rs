// What stands behind `:` is a trait.
fn f<T: String>(x: T) {} //~ ERROR E0404
fn main() {}
