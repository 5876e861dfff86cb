// A name that stands for nothing: as a value, as a type, as a trait, as a module, in an import.
fn value() -> i32 {
    missing //~ ERROR E0425
}
fn of_type(x: Missing) {} //~ ERROR E0425
struct S;
impl Missing for S {} //~ ERROR E0405
fn path() {
    nowhere::f(); //~ ERROR E0433
}
use crate::missing::thing; //~ ERROR E0432
fn main() {}
