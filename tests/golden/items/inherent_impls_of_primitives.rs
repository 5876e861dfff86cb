// Primitive types have the methods of the library.
impl u32 { //~ ERROR E0390
    fn f() {}
}
impl &u8 { //~ ERROR E0390
    fn g() {}
}
fn main() {}
