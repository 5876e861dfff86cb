// Functions of traits are not `const`, and neither are those of their impls.
struct S;
impl Drop for S {
    const fn drop(&mut self) {} //~ ERROR E0379
}
fn main() {}
