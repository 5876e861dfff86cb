// `mod name;` reads a file.
mod nowhere_to_be_found; //~ ERROR E0583
fn main() {}
