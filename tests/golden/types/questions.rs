// `?` needs a function whose result can carry what it returns.
fn no_result(x: Option<i32>) {
    x?; //~ ERROR E0277
}
fn no_option(x: i32) -> Option<i32> {
    x?; //~ ERROR E0277
    None
}
fn main() {}
