// One name can be imported once, and not beside a definition of the same name.
mod first {
    pub fn same() {}
    pub fn other() {}
}
mod second {
    pub fn same() {}
}
use first::same;
use second::same; //~ ERROR E0252
use first::other;
fn other() {} //~ ERROR E0255
fn main() {}
