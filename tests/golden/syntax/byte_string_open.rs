// A byte string without its closing quote reaches the end of the file.
fn f() -> &'static [u8] {
    b"never closed //~ ERROR E0766
}
