// `self` has the type of the impl, or a pointer to it.
struct S;
struct Other;
impl S {
    fn f(self: Other) {} //~ ERROR E0307
}
fn main() {}
