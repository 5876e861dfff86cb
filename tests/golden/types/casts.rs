// `as` converts numbers, and little else.
struct S;
fn of_struct(s: S) -> i32 {
    s as i32 //~ ERROR E0605
}
fn to_char(n: u32) -> char {
    n as char //~ ERROR E0604
}
fn to_bool(n: u32) -> bool {
    n as bool //~ ERROR E0054
}
fn reference(n: &u8) -> u32 {
    n as u32 //~ ERROR E0606
}
fn slice(a: [usize; 2]) {
    let s = &a as [usize]; //~ ERROR E0620
}
fn main() {}
