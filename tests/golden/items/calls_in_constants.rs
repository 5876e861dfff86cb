// Only `const fn` can be called while the program is compiled.
fn ordinary() -> i32 {
    3
}
const fn allowed() -> i32 {
    ordinary() //~ ERROR E0015
}
fn main() {}
