// Nothing can be given to all types at once without a trait.
impl<T> T { //~ ERROR E0118
    fn f() {}
}
fn main() {}
