//@ lien: --borrowck nll
// Nothing is moved out of references, statics, values that implement Drop, or slices; a pattern is blamed once, at its scrutinee.
#![allow(unused, dead_code)]
struct S { a: String, b: String, t: (String, String) }
struct D { a: String, n: u32 }
impl Drop for D { fn drop(&mut self) {} }

static TEXT: String = String::new();
fn deref(r: &String) {
    let x = *r; //~ ERROR E0507
}
fn pattern(r: &(String, String)) {
    let &(a, b) = r; //~ ERROR E0507
}
fn variant(r: &mut Option<String>) {
    match *r { //~ ERROR E0507
        Some(x) => {}
        None => {}
    }
}
fn from_static() {
    let x = TEXT; //~ ERROR E0507
}
fn field_of_drop(d: D) {
    let x = d.a; //~ ERROR E0509
}
fn pattern_of_drop(d: D) {
    let D { a, n } = d; //~ ERROR E0509
}
fn slice(s: &[String]) {
    if let [p, q] = *s {} //~ ERROR E0508
}
fn method(r: &Option<String>) {
    let x = r.unwrap(); //~ ERROR E0507
}
fn copies_are_fine(r: &(u32, String)) -> u32 {
    r.0
}

fn main() {}
