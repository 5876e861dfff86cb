// Lifetime arguments are counted as well.
struct S<'a>(&'a u8);
fn f<'a>(x: S<'a, 'a>) {} //~ ERROR E0107
fn main() {}
