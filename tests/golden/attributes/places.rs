// Some attributes belong to certain items.
#[inline] //~ ERROR attribute-place
struct S;
#[track_caller] //~ ERROR attribute-place
const C: u8 = 1;
#[non_exhaustive] //~ ERROR attribute-place
fn f() {}
#[test] //~ ERROR attribute-place
static T: u8 = 1;
impl S {
    #[track_caller] //~ ERROR attribute-place
    const D: u8 = 1;
    #[inline]
    #[track_caller]
    fn g(&self) {}
    #[non_exhaustive] //~ ERROR attribute-place
    fn h(&self) {}
}
enum E {
    #[inline] //~ ERROR attribute-place
    A,
    #[non_exhaustive]
    B { #[inline] x: u8 },
}
#[inline] //~ ERROR attribute-place
use std::mem;
#[must_use]
mod m {}
fn main() {}
