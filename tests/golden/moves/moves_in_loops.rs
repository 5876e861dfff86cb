//@ lien: --borrowck nll
// A move in a loop is reported where the next round meets it, unless the value is put back or the loop is left.
#![allow(unused, dead_code)]
fn cond() -> bool { true }
fn again(s: String) {
    loop {
        drop(s); //~ ERROR E0382
    }
}
fn in_for(s: String) {
    for _ in 0..2 {
        let t = s; //~ ERROR E0382
    }
}
fn put_back(mut s: String) {
    while cond() {
        drop(s);
        s = String::new();
    }
}
fn left(s: String) {
    loop {
        drop(s);
        break;
    }
}
fn two_moves(s: String) {
    while cond() {
        if cond() {
            drop(s); //~ ERROR E0382
        } else {
            while cond() {
                drop(s); //~ ERROR E0382
            }
        }
    }
}

fn main() {}
