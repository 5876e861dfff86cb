// `pub(in …)` names an enclosing module.
mod a {
    pub(in crate::b) struct X; //~ ERROR E0433
}
mod b {}
fn main() {}
