//@ lien: --borrowck nll
// Borrows that end before anything could conflict with them are judged: method calls, macros, arguments, loops, one lifetime passed through.
#![allow(unused, dead_code)]
struct S { a: String, b: String, t: (String, String) }
struct D { a: String, n: u32 }
impl Drop for D { fn drop(&mut self) {} }

fn statement_borrows(mut v: Vec<u32>, s: String) {
    v.push(1);
    let n = v.len();
    v.push(n as u32);
    println!("{} {:?} {n}", s, v);
    drop(v);
    let t = s;
    drop(t);
}
fn named(s: String) {
    let r = &s;
    println!("{r}");
    drop(s);
    drop(s); //~ ERROR E0382
}
fn longest_name<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}
fn first(s: &S) -> &String {
    &s.a
}
fn each(v: &Vec<String>) -> usize {
    let mut total = 0;
    for s in v {
        total += s.len();
    }
    total
}
fn grow(s: &mut S) {
    s.a.push('x');
    s.b.push('y');
    s.a = s.b; //~ ERROR E0507
}

fn main() {}
