//@ lien: --borrowck nll
// Walks over lists and vectors, options of references, guards and operators: what is borrowed and for how long.
#![allow(unused, dead_code)]
static S: String = String::new();
const C: &str = "x";
const D: &[i32] = &[1, 2, 3];
const E0: Option<&'static i32> = Some(&5);
static F: &(i32, &str) = &(1, "a");
fn keep<T>(t: T) {}
struct Node { v: i32, next: Option<Box<Node>> }
fn last(n: &mut Node) -> &mut i32 {
    let mut c = n;
    while let Some(ref mut next) = c.next { c = next; }
    &mut c.v
}
fn last2(n: &mut Node) -> &mut i32 {
    let mut c = n;
    loop {
        match &mut c.next { Some(next) => c = next, None => break }
    }
    &mut c.v
}
fn last3(n: &mut Node) -> &mut Option<Box<Node>> {
    let mut c = &mut n.next;
    while let Some(b) = c { c = &mut b.next; }
    c
}
fn last4(n: &mut Node) -> &mut Option<Box<Node>> {
    let mut c = &mut n.next;
    while c.is_some() { c = &mut c.as_mut().unwrap().next; }
    c
}
fn take(mut o: Option<&mut String>) {
    if let Some(s) = o.as_deref_mut() { s.clear(); }
    if let Some(s) = o.take() { s.clear(); }
    o = None;
}
fn take2(o: &mut Option<&mut String>) -> Option<&'static str> {
    let a = o.as_mut();
    let b = o.as_mut(); //~ ERROR E0499
    keep(a);
    None
}
fn swap(a: &mut Vec<i32>, b: &mut Vec<i32>) {
    std::mem::swap(a, b);
    let r = &mut *a;
    std::mem::swap(a, b); //~ ERROR E0499
    r.push(1);
}
fn idx(v: &mut Vec<Vec<i32>>) {
    let x = &mut v[0];
    let y = &mut v[1]; //~ ERROR E0499
    x.push(1); y.push(2);
}
fn split(v: &mut [i32]) {
    let (a, b) = v.split_at_mut(1);
    a[0] = b[0];
    v[0] = 1; //~ ERROR E0503
//~| ERROR E0506
    b[0] = 2;
}
fn lab(mut s: String) -> usize {
    let r = 'a: { if s.len() > 1 { break 'a &s; } &s };
    s.push('a'); //~ ERROR E0502
    r.len()
}
fn letelse(o: Option<String>) -> usize {
    let Some(ref s) = o else { drop(o); return 0 };
    drop(o); //~ ERROR E0505
    s.len()
}
fn update(p: (String, String)) {
    let r = &p.0;
    let q = (String::new(), p.1);
    drop(p); //~ ERROR E0505
//~| ERROR E0382
    keep(r);
}
fn guard(mut o: Option<i32>) {
    match o { Some(ref mut x) if { *x += 1; false } => {} Some(ref mut x) => { *x = 2; } None => {} } //~ ERROR E0594
    match &mut o { Some(x) if *x > 1 => { o = None; } _ => {} }
    match &mut o { Some(x) if { o = None; true } => { *x = 1; } _ => {} } //~ ERROR E0506
}
fn ops(mut a: i32, mut v: Vec<i32>) {
    let r = &mut a;
    *r += a; //~ ERROR E0503
    let s = &v;
    v[0] = s[1];
    let t = &mut v[0];
    v[1] += 1; //~ ERROR E0499
    *t = 2;
}
fn iter(v: &mut Vec<String>) {
    for s in v.iter_mut() { if s.is_empty() { v.clear(); } } //~ ERROR E0499
    for s in v.iter() { if s.is_empty() { v.push(s.clone()); } } //~ ERROR E0502
    for i in 0..v.len() { v.push(String::new()); }
    while let Some(x) = v.pop() { v.push(x); break; }
    if let Some(x) = v.last() { v.push(x.clone()); }
    if let Some(x) = v.last().cloned() { v.push(x); }
}
fn drop_order() {
    let a = String::new();
    let b = (&a, String::new());
    let mut v: Vec<&String> = vec![];
    { let c = String::new(); v.push(&c); } //~ ERROR E0597
    v.push(&a);
}
fn cell() { let x = 5; let c = std::cell::Cell::new(&x); { let y = 6; c.set(&y); } c.get(); } //~ ERROR E0597
fn ret_if<'a>(a: &'a mut String, c: bool) -> &'a mut String { let b = &mut *a; if c { return b; } a } //~ ERROR E0499
fn ret_opt<'a>(a: &'a mut Option<String>) -> &'a mut String { match a { Some(x) => x, None => { *a = Some(String::new()); a.as_mut().unwrap() } } }
fn ret_opt2<'a>(a: &'a mut Option<String>) -> &'a mut String { if let Some(x) = a { return x; } *a = Some(String::new()); a.as_mut().unwrap() }
fn main() {}
