// `_` stands for a type in a body, not in a signature.
fn f(x: _) {} //~ ERROR E0121
fn g() -> _ { //~ ERROR E0121
    3
}
static S: _ = 3; //~ ERROR E0121
struct T(_); //~ ERROR E0121
fn main() {}
