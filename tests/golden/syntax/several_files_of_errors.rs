// Each item with an error is skipped; the others are read.
fn f( {}
fn good() {}
fn main() {} //~ ERROR syntax
