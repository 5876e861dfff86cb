// An enum whose variants hold something is no number.
enum E {
    A(i32),
}
fn f(e: E) -> i32 {
    e as i32 //~ ERROR E0605
}
fn main() {}
