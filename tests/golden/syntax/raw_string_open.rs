// A raw string ends with as many `#` as it began with.
fn f() -> &'static str {
    r##"never closed"# //~ ERROR E0748
}
