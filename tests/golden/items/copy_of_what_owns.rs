// `Copy` needs fields that are `Copy`.
#[derive(Clone, Copy)]
struct Name { //~ ERROR E0204
    text: String,
}
fn main() {}
