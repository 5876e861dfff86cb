// Two bounds have an associated type of that name.
fn f<T: Iterator + IntoIterator>(x: T::Item) {} //~ ERROR E0221
fn main() {}
