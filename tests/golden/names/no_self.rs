// `self` exists in methods, `Self` in impls and traits.
struct S;
impl S {
    fn new() -> i32 {
        self.value() //~ ERROR E0424
    }
    fn value(&self) -> i32 {
        1
    }
}
fn free() -> Self { //~ ERROR E0411
    loop {}
}
fn main() {}
