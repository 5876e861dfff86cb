// Under a pattern that sees through a reference, bindings take no mode of their own.
fn f(x: &Option<i32>) {
    if let Some(ref n) = x {} //~ ERROR binding-mode
}
fn g(x: &(i32, String)) {
    let (mut a, b) = x; //~ ERROR binding-mode
}
// The pattern is judged as written all the same.
fn moves(x: &(String, i32)) {
    let (mut a, b) = x;
    //~^ ERROR binding-mode
    //~| ERROR E0507
}
fn borrows(x: &mut (String, i32)) {
    let (ref mut a, b) = x; //~ ERROR binding-mode
    let c = &x.0; //~ ERROR E0502
    a.push('x');
}
fn h(x: &[&i32; 1]) {
    let [&a] = x; //~ ERROR binding-mode
}
fn main() {}
