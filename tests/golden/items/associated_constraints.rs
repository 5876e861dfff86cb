// Associated types are named in bounds only.
fn f(x: Vec<Item = u32>) {} //~ ERROR E0107
//~| ERROR E0229
fn main() {}
