// What rustc cannot read between items ends its reading of the file.
fn main() {}
let x = 1; //~ ERROR syntax
fn f() -> {}
let y = 2;
