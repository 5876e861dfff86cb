//@ lien: --borrowck nll
// Destructors are not evaluated at compile time: what may hold a value with drop glue must be moved, not dropped.
#![allow(unused)]
struct Guard;
impl Drop for Guard {
    fn drop(&mut self) {}
}
struct Pair {
    left: Guard,
    right: u8,
}

static TAKEN: u8 = Pair { left: Guard, right: 1 }.right; //~ ERROR E0493
static FIELD: Pair = Pair { left: (Guard, Guard).1, right: 2 }; //~ ERROR E0493
const NOTHING: Option<String> = None;
const KEPT: Pair = Pair { left: Guard, right: 3 };
const fn nothing() -> u8 {
    let none: Option<String> = None;
    4
}
const fn local() -> u8 {
    let guard = Guard; //~ ERROR E0493
    5
}

const fn parameter(s: String) {} //~ ERROR E0493
const fn ignored(_: Vec<u8>) -> u8 { //~ ERROR E0493
    6
}
const fn generic<T>(t: T) {} //~ ERROR E0493
const fn copied<T: Copy>(t: T) {}
const fn passed<T>(t: T) -> T {
    t
}
const fn stored<T>(t: T) -> (T, u8) {
    (t, 7)
}
const fn unwrapped<T>(o: Option<T>, d: T) -> T { //~ ERROR E0493
//~| ERROR E0493
    match o {
        Some(t) => t,
        None => d,
    }
}
const fn by_reference(s: &String, n: &mut u8) -> u8 {
    *n
}
const fn replaced(mut s: String) -> String { //~ ERROR E0493
    s = String::new();
    s
}
const fn branches(s: String, b: bool) -> Option<String> { //~ ERROR E0493
    if b { Some(s) } else { None }
}
const fn looped(mut n: u8) -> u8 {
    let none: Option<Guard> = None;
    while n > 3 {
        n -= 1;
    }
    n
}

fn main() {}
