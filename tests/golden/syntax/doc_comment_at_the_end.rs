// A documentation comment at the end of a file documents nothing.
struct S {
    x: i32,
    /// the last field? //~ ERROR E0585
}
fn main() {}
