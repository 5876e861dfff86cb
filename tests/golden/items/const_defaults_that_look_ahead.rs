// A parameter of a parameter.
struct S<const N: usize = M, const M: usize = 3>; //~ ERROR E0128
fn main() {}
