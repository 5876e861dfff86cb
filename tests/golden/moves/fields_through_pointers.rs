//@ lien: --borrowck nll
// Fields of what a library pointer holds: through a box they are moved, assigned and refilled one by one; through others they are only looked at.
#![allow(unused)]
use std::rc::Rc;
struct P {
    a: String,
    b: String,
    n: u8,
}

fn moved_out(p: Box<P>) -> String {
    let a = p.a;
    p.b
}
fn moved_twice(p: Box<P>) {
    drop(p.a);
    drop(p.b);
    drop(p.a); //~ ERROR E0382
}
fn whole_after_part(p: Box<P>) {
    drop(p.a);
    drop(p); //~ ERROR E0382
}
fn tuple(p: Box<(String, (String, u8))>) {
    let inner = p.1.0;
    let first = p.0;
    let again = p.1; //~ ERROR E0382
}
fn refilled(mut p: Box<P>) {
    drop(p.a);
    p.a = String::new();
    drop(p);
}
fn not_mutable(p: Box<P>) {
    p.n = 1; //~ ERROR E0594
}
fn nested(p: Box<Box<P>>) {
    let a = p.a;
    drop(p); //~ ERROR E0382
}
fn shared(p: Rc<P>) {
    let n = p.n;
    let a = p.a; //~ ERROR E0507
}
fn shared_assigned(mut p: Rc<P>) {
    p.n = 1; //~ ERROR E0594
}
fn behind(p: &Box<P>) {
    let n = p.n;
    let a = p.a; //~ ERROR E0507
}
fn uninitialised() {
    let p: Box<P>;
    let n = p.n; //~ ERROR E0381
}

fn main() {}
