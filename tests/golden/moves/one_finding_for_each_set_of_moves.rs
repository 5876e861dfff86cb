//@ lien: --borrowck nll
// Of several uses after the same moves one is reported: the first, unless a later one is not about a place around it.
#![allow(unused, dead_code)]
struct S { a: String, b: String, t: (String, String) }
struct D { a: String, n: u32 }
impl Drop for D { fn drop(&mut self) {} }

fn the_second_field(s: S) {
    drop(s);
    drop(s.a);
    drop(s.b); //~ ERROR E0382
}
fn a_move_is_a_use(s: S) {
    drop(s);
    let whole = s; //~ ERROR E0382
    let part = s.a; //~ ERROR E0382
}
fn partial_assignment(mut s: S) {
    drop(s);
    s.t.0 = String::new(); //~ ERROR E0382
    let x = s.b;
}
fn one_of_two_branches(c: bool, x: String) {
    if c {
        drop(x);
    } else {
        drop(x);
    }
    if c {
        drop(x);
    } else {
        let y = &x; //~ ERROR E0382
    }
}

fn main() {}
