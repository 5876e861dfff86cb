// Drop is given to one's own structs and enums.
impl Drop for u32 { //~ ERROR E0117
//~| ERROR E0120
    fn drop(&mut self) {}
}
fn main() {}
