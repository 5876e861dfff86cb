// The self type of an impl names its lifetimes, `'_` at least.
struct Holder<'a>(&'a i32);
impl Drop for Holder { //~ ERROR E0726
    fn drop(&mut self) {}
}
struct Good<'a>(&'a i32);
impl Drop for Good<'_> {
    fn drop(&mut self) {}
}
fn main() {}
