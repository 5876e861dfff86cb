// As many arguments as parameters, and none for what has no parameters.
struct S<T>(T);
fn none(x: S) {} //~ ERROR E0107
fn two(x: S<i32, i32>) {} //~ ERROR E0107
fn number(x: u32<i32>) {} //~ ERROR E0109
fn main() {}
