// `self` cannot have any type whatever.
struct S;
impl S {
    fn f<T>(self: T) {} //~ ERROR E0801
    fn g<R: std::ops::Deref<Target = Self>>(self: R) {} //~ ERROR E0801
}
fn main() {}
