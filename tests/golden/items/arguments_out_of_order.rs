// Lifetimes first, then types.
struct S<'a, T>(&'a T);
fn f<'a>(x: S<i32, 'a>) {} //~ ERROR E0747
fn main() {}
