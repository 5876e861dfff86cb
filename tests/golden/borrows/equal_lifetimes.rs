//@ lien: --borrowck nll
// Two lifetimes that are made equal: what both must outlive is told of each, if it is `'static`; otherwise that they are equal.
#![allow(unused, dead_code)]
fn store<'a>(s: &mut &'a String, t: &'a String) {}
fn c() -> bool { true }
pub fn f32<'a>(f1: &'a String, mut d2: (&String, &'a String)) -> (&'static String, &'static String) {
    store(if c() { &mut d2.1 } else { &mut d2.0 }, f1);
    d2 //~ ERROR lifetime
//~| ERROR lifetime
}
pub fn f33<'a>(f1: &'a String, mut d2: (&String, &'a String)) -> (&'static String, &'static String) {
    d2 //~ ERROR lifetime
//~| ERROR lifetime
}
pub fn f34<'a>(f1: &'a String, mut d2: &String) -> &'static String {
    store(&mut d2, f1);
    d2 //~ ERROR lifetime
//~| ERROR lifetime
}
pub fn named<'a, 'b>(f1: &'a String, mut d2: (&'b String, &'a String)) -> (&'a String, &'a String) {
    store(if c() { &mut d2.1 } else { &mut d2.0 }, f1); //~ ERROR lifetime
    d2 //~ ERROR lifetime
}
pub fn unnamed<'a>(f1: &'a String, mut d2: (&String, &'a String)) -> (&'a String, &'a String) {
    store(if c() { &mut d2.1 } else { &mut d2.0 }, f1); //~ ERROR E0621
    d2 //~ ERROR E0621
}
pub fn three<'a, 'b>(f1: &'a String, mut d2: (&'b String, &'a String), mut d3: (&String, &String)) -> (&'static String, &'a String) {
    store(if c() { &mut d2.1 } else { &mut d2.0 }, f1);
    store(if c() { &mut d3.1 } else { &mut d2.0 }, d2.0); //~ ERROR E0502
    d2 //~ ERROR lifetime
//~| ERROR lifetime
//~| ERROR lifetime
}
