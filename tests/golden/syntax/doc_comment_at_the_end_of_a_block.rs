// A documentation comment at the end of a file or of an impl documents nothing.
struct S;
impl S {
    fn f() {}
    /// what follows? //~ ERROR E0584
}
fn main() {}
