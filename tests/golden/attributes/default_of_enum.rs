// `derive(Default)` needs to know which variant.
#[derive(Default)] //~ ERROR E0665
enum E {
    A,
    B,
}
fn main() {}
