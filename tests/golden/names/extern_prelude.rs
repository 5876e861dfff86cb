// The list of all crates is no module.
use ::{self as root}; //~ ERROR syntax
use ::self as other; //~ ERROR syntax
fn main() {}
