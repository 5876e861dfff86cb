// A foreign trait cannot be given to all types.
impl<T> Drop for T { //~ ERROR E0210
//~| ERROR E0120
    fn drop(&mut self) {}
}
fn main() {}
