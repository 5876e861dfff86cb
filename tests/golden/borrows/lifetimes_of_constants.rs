//@ lien: --borrowck nll
// Lifetimes in the types of constants and statics bind where they are used: called, copied, assigned.
#![allow(unused, dead_code)]
const K: fn(&'static i32) = kk;
fn kk(x: &'static i32) {}
fn f1<'a>(x: &'a i32) {
    K(x) //~ ERROR E0521
}
fn f2<'a>(x: &'a i32) {
    let k: fn(&'static i32) = kk; //~ ERROR lifetime
    k(x)
}
fn f3<'a>(x: &'a i32) {
    let k = K; //~ ERROR lifetime
    k(x)
}
fn f4<'a>(x: &'a i32, k: fn(&'static i32)) {
    k(x) //~ ERROR E0521
}
fn f5<'a>(x: &'a i32) {
    let k: fn(&'static i32) = K; //~ ERROR lifetime
    k(x)
}
const V: &[&'static str] = &["a"];
fn f6<'a>(x: &'a str) -> bool {
    let mut s = V[0];
    s = x;
    true
}
static ST: fn(&'static i32) = kk;
fn f7<'a>(x: &'a i32) {
    ST(x) //~ ERROR E0521
}
