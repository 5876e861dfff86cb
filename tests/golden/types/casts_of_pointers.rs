// Numbers.
fn f(x: f32) -> char {
    x as char //~ ERROR E0604
}
fn g(x: i32) -> bool {
    x as bool //~ ERROR E0054
}
fn h(x: char) -> f32 {
    x as f32 //~ ERROR E0606
}
fn main() {}
