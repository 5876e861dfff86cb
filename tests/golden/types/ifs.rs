// Conditions are `bool`.
fn f(n: i32) {
    if n {} //~ ERROR E0308
    while n {} //~ ERROR E0308
}
fn g(n: Option<i32>) {
    if n = None {} //~ ERROR E0308
}
fn main() {}
