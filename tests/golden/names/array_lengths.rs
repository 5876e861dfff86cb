// The length of an array is not computed from variables.
fn length() {
    let n = 3;
    let a: [u8; n]; //~ ERROR E0435
}
fn repeat() {
    let n = 3;
    let a = [0; n]; //~ ERROR E0435
}
fn main() {}
