// An impl of Drop has the method, with the signature that it has in the trait.
struct S;
impl Drop for S {} //~ ERROR E0046
struct R;
impl Drop for R {
    fn drop(&mut self, again: bool) {} //~ ERROR E0050
}
struct Q;
impl Drop for Q {
    fn drop<T>(&mut self) {} //~ ERROR E0049
}
struct P;
impl Drop for P {
    fn drop(&self) {} //~ ERROR E0053
}
struct O;
impl Drop for O {
    fn drop() {} //~ ERROR E0186
}
fn main() {}
