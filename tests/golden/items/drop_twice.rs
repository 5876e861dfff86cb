// One impl of a trait for a type.
struct S;
impl Drop for S {
    fn drop(&mut self) {}
}
impl Drop for S { //~ ERROR E0119
    fn drop(&mut self) {}
}
fn main() {}
