// `pub(in …)` names an enclosing module.
mod b {}
mod a {
    pub(in crate::b) struct X; //~ ERROR E0742
}
fn main() {}
