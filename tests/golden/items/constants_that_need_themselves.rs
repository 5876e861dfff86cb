// A constant cannot be computed from itself.
const A: u32 = B; //~ ERROR E0391
const B: u32 = A;
fn main() {}
