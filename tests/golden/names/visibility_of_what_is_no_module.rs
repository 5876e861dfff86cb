// `pub(in …)` names a module, not a type.
struct S;
mod a {
    pub(in crate::S) struct X; //~ ERROR E0433
}
fn main() {}
