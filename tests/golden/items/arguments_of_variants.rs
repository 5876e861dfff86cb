// A type has the parameters of its definition.
type T = Option; //~ ERROR E0107
fn main() {}
