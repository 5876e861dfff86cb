// Operators want types that have them.
struct S;
fn binary(a: S, b: S) {
    a + b; //~ ERROR E0369
}
fn unary(a: S) {
    !a; //~ ERROR E0600
}
fn negative(a: String) {
    -a; //~ ERROR E0600
}
fn assigned(mut a: S, b: S) {
    a += b; //~ ERROR E0368
}
fn mixed(a: i32, b: u8) {
    a + b; //~ ERROR E0277
//~| ERROR E0308
}
fn dereferenced(a: u32) {
    *a; //~ ERROR E0614
}
fn indexed(a: u32) {
    a[0]; //~ ERROR E0608
}
fn main() {}
