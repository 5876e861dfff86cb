// Variants and impls of traits take their visibility from the whole.
enum E {
    pub A, //~ ERROR E0449
}
struct S;
pub impl Drop for S { //~ ERROR E0449
    pub fn drop(&mut self) {} //~ ERROR E0449
}
fn main() {}
