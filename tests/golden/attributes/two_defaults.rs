// Only one variant is the default.
#[derive(Default)] //~ ERROR default-variant
enum E {
    #[default]
    A,
    #[default]
    B,
}
fn main() {}
