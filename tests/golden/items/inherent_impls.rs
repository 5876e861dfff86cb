// Methods are given to one's own types, where they are defined.
impl Vec<u8> { //~ ERROR E0116
    fn f() {}
}
fn main() {}
