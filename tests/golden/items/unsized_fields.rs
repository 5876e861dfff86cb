// The size of a field, parameter and local is known, but for the last field.
struct S {
    text: str, //~ ERROR E0277
    last: u8,
}
fn main() {}
