// A member of an impl has the sort that the trait gave it: a method is no type.
struct Square;
impl Drop for Square { //~ ERROR E0046
    type drop = u32; //~ ERROR E0325
}
fn main() {}
