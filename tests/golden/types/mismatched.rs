// An expression has the type that its place wants.
fn value() -> i32 {
    "three" //~ ERROR E0308
}
fn argument(n: i32) {}
fn call() {
    argument('c'); //~ ERROR E0308
}
fn branches(b: bool) {
    let x = if b { 1 } else { "two" }; //~ ERROR E0308
}
fn without_else(b: bool) -> i32 {
    if b { 3 } //~ ERROR E0317
}
fn nothing() -> i32 {
    return; //~ ERROR E0069
}
fn main() {}
