// `...` stands for parameters, not for a type.
fn f(x: u8, y: &...) {} //~ ERROR E0743
fn main() {}
