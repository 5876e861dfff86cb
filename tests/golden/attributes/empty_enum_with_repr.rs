// An enum without variants has no representation to choose.
#[repr(i32)] //~ ERROR E0084
enum Empty {}
fn main() {}
