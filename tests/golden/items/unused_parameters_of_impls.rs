// A parameter of an impl appears in what the impl is for.
struct S;
impl<T> S { //~ ERROR E0207
    fn f() {}
}
fn main() {}
