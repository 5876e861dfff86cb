// A name that two globs bring in is an error where it is used, not where it is imported.
mod first {
    pub fn same() {}
}
mod second {
    pub fn same() {}
}
use first::*;
use second::*;
fn main() {
    same(); //~ ERROR E0659
}
