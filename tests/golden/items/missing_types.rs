// Constants, statics and fields have a type that is written down.
const A = 3; //~ ERROR syntax
static B = 3; //~ ERROR syntax
fn main() {}
