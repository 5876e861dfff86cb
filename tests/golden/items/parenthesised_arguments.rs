// Arguments in parentheses belong to the `Fn` traits.
fn f(x: Vec(i32)) {} //~ ERROR E0214
fn main() {}
