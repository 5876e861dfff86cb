//@ lien: --borrowck nll
// Of several uses after one move the first is reported; of a field whose type mentions a lifetime, the last: rustc compares places with their types.
#![allow(unused, dead_code)]
pub struct P { a: String, n: i32 }
pub struct Cur<'a> { p: &'a mut P, n: i32 }
impl<'a> Cur<'a> { fn done(self) -> &'a mut P { self.p } }
fn trade<'a>(x: &mut &'a mut P, y: &'a mut P) {}
fn see(x: i32) {}
fn first<'a>(e: Cur<'a>) {
    e.done();
    see(e.n); //~ ERROR E0382
    see(e.n);
}
fn last<'a>(e: Cur<'a>) {
    e.done();
    see((*e.p).n);
    see((*e.p).n);
    see(e.p.n); //~ ERROR E0382
}
fn parts(e: P) {
    drop(e);
    drop(e.a);
    drop(e.n); //~ ERROR E0382
    drop(e.a); //~ ERROR E0382
    drop(e);
}

fn main() {}
