// `pub(in …)` names a module, not an enum.
enum E {
    A,
}
mod a {
    pub(in crate::E) struct X; //~ ERROR E0577
}
fn main() {}
