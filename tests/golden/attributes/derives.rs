// `derive` stands on types and names traits.
#[derive(Clone)] //~ ERROR E0774
fn f() {}
#[derive("Clone")] //~ ERROR E0777
struct A;
#[derive] //~ ERROR attribute-input
struct B;
#[derive(Debug)] //~ ERROR E0774
impl A {}
struct C {
    #[derive(Debug)] //~ ERROR attribute-place
    x: u8,
}
fn main() {}
