// Under a pattern that sees through a reference, bindings take no mode of their own.
fn f(x: &Option<i32>) {
    if let Some(ref n) = x {} //~ ERROR binding-mode
}
fn g(x: &(i32, String)) {
    let (mut a, b) = x; //~ ERROR binding-mode
}
fn h(x: &[&i32; 1]) {
    let [&a] = x; //~ ERROR binding-mode
}
fn main() {}
