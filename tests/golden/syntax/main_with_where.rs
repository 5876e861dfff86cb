// `main` takes nothing.
fn main() where String: Copy {} //~ ERROR E0646
//~| ERROR E0277
