// A block comment that never ends.
fn main() {}
/* never closed //~ ERROR E0758
