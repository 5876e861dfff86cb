//@ lien: --borrowck nll
// Writing to, or borrowing mutably, what is not mutable; several borrows of one variable are one finding, at the variable.
#![allow(unused, dead_code)]
struct S { a: String, b: String, t: (String, String) }
struct D { a: String, n: u32 }
impl Drop for D { fn drop(&mut self) {} }

static NUMBERS: (u8, Vec<u8>) = (1, Vec::new());
fn one(v: Vec<u8>) {
    v.push(1); //~ ERROR E0596
}
fn several(v: Vec<u8>) { //~ ERROR E0596
    v.push(1);
    v.push(2);
}
fn fields(t: (u8, u8)) {
    t.0 = 1; //~ ERROR E0594
    t.1 = 2; //~ ERROR E0594
}
fn behind(r: &Vec<u8>) {
    r.push(1); //~ ERROR E0596
    r.push(2); //~ ERROR E0596
}
fn through_mut(r: &mut Vec<u8>) {
    r.push(1);
}
fn of_static() {
    NUMBERS.0 = 1; //~ ERROR E0594
    NUMBERS.1.push(1); //~ ERROR E0596
}
fn not_yet_initialised() {
    let v: Vec<u8>;
    v.push(1); //~ ERROR E0381
}
fn in_pattern(o: Option<Vec<u8>>) {
    if let Some(v) = o {
        v.push(1); //~ ERROR E0596
    }
}

fn main() {}
