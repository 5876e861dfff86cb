// An alias stands for another type, not for itself.
type T = (T, u8); //~ ERROR E0391
fn main() {}
