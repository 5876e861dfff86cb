//@ lien: --borrowck nll
// `r = r` copies the reference, `r = other` reborrows what it refers to: a use of `r`, or a borrow through it.
#![allow(unused, dead_code)]
struct V<'a> { r: &'a String }
fn lock<'a>(x: &'a mut &'a String) -> &'a String { *x }
fn variable(mut r: &String) {
    lock(&mut r); //~ ERROR E0597
    r = r; //~ ERROR E0506
//~| ERROR E0503
}
fn field(mut v: V<'_>) {
    lock(&mut v.r); //~ ERROR E0597
    v.r = v.r; //~ ERROR E0506
//~| ERROR E0503
}
fn other(mut r: &String, mut s: &String) {
    lock(&mut r); //~ ERROR E0597
    s = r; //~ ERROR lifetime
//~| ERROR E0502
}
struct G<'a> { m: &'a mut String }
impl Drop for G<'_> { fn drop(&mut self) {} }
fn exclusive<'a>(mut g: G<'a>, mut e: &'a mut String) {
    g.m = g.m;
    e = e;
}
