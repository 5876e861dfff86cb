// `main` is called without arguments.
fn main(count: i32) {} //~ ERROR E0580
