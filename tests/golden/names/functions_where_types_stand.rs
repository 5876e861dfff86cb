// `<T as Trait>::name` in a type names a type.
fn first(found: <Vec<u8> as IntoIterator>::into_iter) {} //~ ERROR E0575
fn main() {}
