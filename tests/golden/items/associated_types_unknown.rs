// A bound names associated types that its trait has.
fn f<I: Iterator<Element = u32>>(x: I) {} //~ ERROR E0220
fn main() {}
