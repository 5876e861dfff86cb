// A character literal without its closing quote.
fn f() -> char {
    '● //~ ERROR E0762
}
