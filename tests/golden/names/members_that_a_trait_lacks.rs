// An impl of a trait holds what the trait declares and nothing else.
struct Square;
impl Drop for Square {
    fn drop(&mut self) {}
    fn name(&self) -> u32 { //~ ERROR E0407
        1
    }
    type Unit = u32; //~ ERROR E0437
    const SIDES: u32 = 4; //~ ERROR E0438
}
fn main() {}
