//@ lien: --borrowck nll
// Type parameters that are not known to outlive what is asked of them: `'static`, a named lifetime.
#![allow(unused, dead_code)]
struct Keep<'a, T: 'a>(&'a T);
fn need<T: 'static>(t: T) {}
fn for_ever<T>(t: T) {
    need(t) //~ ERROR E0310
}
fn for_ever_with_a_bound<T: Clone>(t: T) {
    need(t) //~ ERROR E0310
}
fn long_enough<T: 'static>(t: T) {
    need(t)
}
fn need_as_long<'a, T: 'a>(x: &'a i32, t: T) {}
fn as_long<'a, T>(x: &'a i32, t: T) {
    let k: Option<Keep<'a, T>> = None; //~ ERROR E0309
}
fn as_long_with_a_bound<'a, T: 'a>(x: &'a i32, t: T) {
    let k: Option<Keep<'a, T>> = None;
}
