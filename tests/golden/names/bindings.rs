// One binding a name in a pattern and in a list of parameters; the same bindings, in the same mode, in each alternative.
fn parameters(a: i32, a: i32) {} //~ ERROR E0415
fn pattern(pair: (i32, i32)) {
    let (a, a) = pair; //~ ERROR E0416
}
enum E {
    A(i32),
    B(i32, i32),
}
fn alternatives(e: E) {
    match e {
        E::A(x) | E::B(x, y) => {} //~ ERROR E0408
    }
}
fn modes(e: E) {
    match e {
        E::A(ref x) | E::B(x, _) => {} //~ ERROR E0308
//~| ERROR E0409
    }
}
fn main() {}
