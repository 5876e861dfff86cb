//@ lien: --borrowck nll
// What was never initialised on some way is not used; structs are not initialised field by field; a wildcard uses nothing.
#![allow(unused, dead_code)]
struct S { a: String, b: String, t: (String, String) }
struct D { a: String, n: u32 }
impl Drop for D { fn drop(&mut self) {} }

fn cond() -> bool { true }
fn never() {
    let x: String;
    drop(x); //~ ERROR E0381
    let y = &x; //~ ERROR E0382
}
fn sometimes() {
    let x;
    if cond() {
        x = 1;
    }
    println!("{x}"); //~ ERROR E0381
}
fn field_by_field() {
    let s: (u32, u32);
    s.0 = 1; //~ ERROR E0381
    s.1 = 2;
}
fn of_drop() {
    let mut d: D;
    d.n = 1; //~ ERROR E0381
}
fn wildcard() {
    let o: Option<String>;
    let _ = o;
    match o { _ => {} }
    match o { Some(_) => {} None => {} } //~ ERROR E0381
}
fn element() {
    let mut a: [u32; 3];
    a[0] = 1; //~ ERROR E0381
}
fn diverges() -> u32 {
    let x;
    loop {
        x = 1;
        break;
    }
    x
}

fn main() {}
