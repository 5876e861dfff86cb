// A const parameter does not depend on others.
struct S<T, const N: T>(T); //~ ERROR E0770
fn main() {}
