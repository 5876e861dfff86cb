//@ lien: --borrowck nll
// A variable that is not `mut` is assigned once on every way; parameters and patterns count as assigned.
#![allow(unused, dead_code)]
fn cond() -> bool { true }
fn twice() {
    let x = 1;
    x = 2; //~ ERROR E0384
    x = 3; //~ ERROR E0384
}
fn deferred() {
    let x;
    if cond() {
        x = 1;
    } else {
        x = 2;
    }
    drop(x);
}
fn in_loop() {
    let x: u32;
    loop {
        x = 1; //~ ERROR E0384
        if x > 2 { break; }
    }
}
fn fresh_each_round() {
    while cond() {
        let x;
        x = 1;
    }
}
fn parameter(x: u32) {
    x += 1; //~ ERROR E0384
}
fn old_value_with_a_destructor() {
    let s = String::new();
    s = String::new(); //~ ERROR E0384
}
fn moved_out_in_between() {
    let s = String::new();
    drop(s);
    s = String::new(); //~ ERROR E0384
}

fn main() {}
