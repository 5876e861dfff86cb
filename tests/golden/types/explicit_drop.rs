// The destructor is called by the compiler.
struct S;
impl Drop for S {
    fn drop(&mut self) {}
}
fn f(s: S) {
    s.drop(); //~ ERROR E0040
}
fn g(s: S) {
    Drop::drop(&mut s); //~ ERROR E0040
}
fn main() {}
