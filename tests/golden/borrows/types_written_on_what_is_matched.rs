// A type written on a pattern that binds nothing may be a supertype of the value's (Reference, "Variance"); one written on a variable is its type.
use std::cell::Cell;
fn widened<'short, 'long: 'short>(x: (&'long u32, Cell<&'long u32>)) {
    let _: (&'short u32, Cell<&'long u32>) = x;
}
fn invariant<'short, 'long: 'short>(x: (&'long u32, Cell<&'long u32>)) {
    let _: (&'short u32, Cell<&'short u32>) = x; //~ ERROR lifetime may not live long enough
}
fn main() {}
