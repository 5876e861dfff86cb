// A default type of one's own.
struct S<T = Self>(T); //~ ERROR E0735
fn main() {}
