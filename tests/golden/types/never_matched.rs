// A match covers every value; a `let` takes every value or has an `else`.
fn some(x: Option<i32>) {
    match x { //~ ERROR E0004
        Some(n) => {}
    }
}
fn refutable(x: Option<i32>) {
    let Some(n) = x; //~ ERROR E0005
}
fn main() {}
