// Constants are computed when the program is compiled, and what overflows has no value.
const BIG: u8 = 255 + 1; //~ ERROR E0080
const ZERO: i32 = 1 / 0; //~ ERROR E0080
fn main() {}
