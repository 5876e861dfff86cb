// Drop is given to structs and enums.
struct S;
impl Drop for &S { //~ ERROR E0120
    fn drop(&mut self) {}
}
fn main() {}
