// A type argument fulfils the bounds of its parameter.
struct Pair<T: Copy>(T, T);
fn f(x: Pair<String>) {} //~ ERROR E0277
fn main() {}
