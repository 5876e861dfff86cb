// Type arguments belong to the enum or the variant, and to things with parameters.
fn f() {
    let x = Option::None::<u8>;
    let y = i32::MAX::<u8>; //~ ERROR E0107
}
fn g(x: u8) {
    x::<u8>; //~ ERROR E0109
}
fn main() {}
