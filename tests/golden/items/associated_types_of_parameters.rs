// A type parameter has the associated types of its bounds.
fn f<I: Iterator>(x: I::Element) {} //~ ERROR E0220
fn main() {}
