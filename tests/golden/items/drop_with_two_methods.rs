// One member of a name in an impl of a trait.
struct S;
impl Drop for S {
    fn drop(&mut self) {}
    fn drop(&mut self) {} //~ ERROR E0201
}
fn main() {}
