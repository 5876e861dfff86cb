// A bound on an associated type is not met.
fn numbers<I: Iterator<Item = u32>>(iter: I) {}
fn f(v: Vec<String>) {
    numbers(v.into_iter()); //~ ERROR E0271
}
fn main() {}
