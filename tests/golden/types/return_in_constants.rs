// `return` leaves a function; a constant is none.
const A: u8 = return 3; //~ ERROR E0572
fn main() {}
