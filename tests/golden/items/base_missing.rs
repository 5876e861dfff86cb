// `..` in a literal wants something to take over.
struct S {
    x: u8,
    y: u8,
}
fn f() -> S {
    S { x: 1, .. } //~ ERROR E0797
}
fn main() {}
