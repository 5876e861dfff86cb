// A string without its closing quote reaches the end of the file.
fn f() -> &'static str {
    "never closed //~ ERROR E0765
}
