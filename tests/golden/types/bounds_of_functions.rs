// A function with a bound is called with a type that fulfils it.
fn duplicate<T: Clone>(x: &T) -> T {
    x.clone()
}
struct S;
fn f(s: S) -> S {
    duplicate(&s) //~ ERROR E0277
}
fn main() {}
