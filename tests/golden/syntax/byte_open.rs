// A byte literal without its closing quote.
fn f() -> u8 {
    b'a //~ ERROR E0763
}
