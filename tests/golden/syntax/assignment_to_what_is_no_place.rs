// The left of an assignment is a place, and a compound assignment takes no pattern.
fn f() {
    1 = 2; //~ ERROR E0070
}
fn g() {
    12 += 1; //~ ERROR E0067
}
fn main() {}
