// A type parameter takes a type, a const parameter a value.
struct S<T>(T);
fn f(x: S<3>) {} //~ ERROR E0747
fn main() {}
