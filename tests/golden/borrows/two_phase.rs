//@ lien: --borrowck nll
// A two-phase borrow only reserves until its one use: reads in between are allowed, writes and other mutable borrows are not.
#![allow(unused, dead_code)]
fn read_between(mut v: Vec<usize>) {
    v.push(v.len());
    let n = v.len();
    v.push(v[n - 1]);
}
fn write_between(mut v: Vec<usize>) {
    v.push({ v = Vec::new(); 1 }); //~ ERROR E0506
}
fn push_between(mut v: Vec<usize>) {
    v.push({ v.push(1); 2 }); //~ ERROR E0499
}
fn move_between(mut v: Vec<usize>) {
    v.push({ drop(v); 2 }); //~ ERROR E0505
}
fn shared_before(mut v: Vec<usize>) {
    let r = &v;
    v.push(r.len());
}
fn shared_held(mut v: Vec<usize>) {
    let r = &v;
    v.push(1); //~ ERROR E0502
    drop(r);
}
fn element_held(mut v: Vec<String>) {
    let first = &v[0];
    v.push(first.clone());
}
fn element_in_argument(mut v: Vec<String>) {
    v.push(v[0].clone());
}
fn through_reference(v: &mut Vec<usize>) {
    v.push(v.len());
    let w = &mut *v;
    w.push(w.len());
    w.push(v.len()); //~ ERROR E0502
}
fn explicit(mut v: Vec<usize>) {
    let r = &mut v;
    let n = v.len(); //~ ERROR E0502
    r.push(n);
}
fn in_loop(mut v: Vec<usize>) {
    loop {
        v.push(v.len());
        if v.len() > 3 { break; }
    }
}
fn branches(mut v: Vec<usize>, c: bool) {
    v.push(if c { v.len() } else { v.capacity() });
    v.push(if c { v.clear(); 1 } else { 2 }); //~ ERROR E0499
}
fn compound(mut v: Vec<usize>) {
    v[0] += v.len();
    v[0] += v[1];
    let i = 0;
    v[i] = v[i + 1];
}
fn index_twice(mut v: Vec<Vec<usize>>) {
    v[0].push(v.len()); //~ ERROR E0502
    v[0].push(v[1].len()); //~ ERROR E0502
}
fn array(mut a: [Vec<usize>; 2]) {
    a[0].push(a[1].len());
    a[0].push(a.len());
}
fn operators(mut x: i32, mut s: String) {
    x += { x += 1; x };
    s += &s.clone();
    let t = &s;
    s += t; //~ ERROR E0502
}

fn main() {}
