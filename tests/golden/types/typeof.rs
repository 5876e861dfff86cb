// `typeof` is reserved.
fn f(x: u8) {
    let y: typeof(x) = 3; //~ ERROR E0516
}
fn main() {}
