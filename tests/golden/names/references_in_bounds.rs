// A reference in a bound needs the name of a lifetime.
fn bound<T: Into<&u32>>(x: T) {} //~ ERROR E0637
fn main() {}
