// Drop is the same for all instances of a type.
struct S<T>(T);
impl Drop for S<i32> { //~ ERROR E0366
    fn drop(&mut self) {}
}
struct R<T>(T);
impl<T: Clone> Drop for R<T> { //~ ERROR E0367
    fn drop(&mut self) {}
}
fn main() {}
