// The parameters of a function pointer have names at most.
type A = fn(mut x: u8); //~ ERROR E0561
type B = fn(&x: u32); //~ ERROR E0561
type C = fn(_: u32, x: u8);
fn main() {}
