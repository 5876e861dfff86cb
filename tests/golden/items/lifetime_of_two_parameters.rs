// An ambiguous receiver.
struct S;
impl S {
    fn f(self: &Self, x: i32) -> &i32 { loop {} }
    fn g(x: &i32, y: &i32) -> &i32 { x } //~ ERROR E0106
}
fn main() {}
