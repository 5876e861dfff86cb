// `Self` in a free constant.
const X: Self = 3; //~ ERROR E0411
fn main() {}
