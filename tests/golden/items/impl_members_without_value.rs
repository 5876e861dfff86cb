// Associated constants without a value belong into traits.
struct S;
impl S {
    const A: u8; //~ ERROR syntax
    type T = u8; //~ ERROR E0658
}
fn main() {}
