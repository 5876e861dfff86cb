// A member of an impl has the sort that the trait gave it: a method is no constant.
struct Square;
impl Drop for Square { //~ ERROR E0046
    const drop: u32 = 1; //~ ERROR E0323
}
fn main() {}
