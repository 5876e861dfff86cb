// A const parameter that nothing decides.
fn make<const N: usize>() -> usize {
    N
}
fn f() {
    make(); //~ ERROR E0284
}
fn main() {}
