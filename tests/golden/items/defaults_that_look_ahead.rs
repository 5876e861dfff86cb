// The default of a parameter may use those before it.
struct S<T = U, U = ()>(T, U); //~ ERROR E0128
fn main() {}
