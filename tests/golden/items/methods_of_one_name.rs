// A name of a method is used once for a type, in one impl or in several.
struct S;
impl S {
    fn f() {} //~ ERROR E0592
}
impl S {
    fn f() {}
}
fn main() {}
