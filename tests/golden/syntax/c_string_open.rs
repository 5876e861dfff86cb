// A C string without its closing quote reaches the end of the file.
fn f() {
    c"never closed //~ ERROR E0767
}
