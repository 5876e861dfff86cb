// `default` chooses a variant, where `Default` is derived.
enum E {
    #[default] //~ ERROR attribute-not-found
    A,
}
fn main() {}
