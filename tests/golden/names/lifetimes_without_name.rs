// Where a lifetime has to be given: fields, results without a parameter to take it from, `'_` in bounds.
struct Missing {
    x: &i32, //~ ERROR E0106
}
fn result() -> &i32 { //~ ERROR E0106
    loop {}
}
struct Generic<'a>(&'a i32);
fn undeclared(x: &'b i32) {} //~ ERROR E0261
fn reserved<'static>(x: &'static i32) {} //~ ERROR E0262
fn main() {}
