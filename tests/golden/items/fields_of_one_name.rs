// A name is used once for a field, a variant, an item.
struct S {
    a: u8,
    a: u16, //~ ERROR E0124
}
fn main() {}
