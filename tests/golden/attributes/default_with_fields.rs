// The default variant has no fields.
#[derive(Default)]
enum E {
    #[default]
    A(i32), //~ ERROR default-variant
    B,
}
fn main() {}
