// A function of a trait needs to know for which type.
fn f() -> i32 {
    Default::default(); //~ ERROR E0790
    3
}
fn main() {}
