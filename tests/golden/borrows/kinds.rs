//@ lien: --borrowck nll
// Each kind of access against a shared and a mutable loan.
#![allow(unused, dead_code)]
#[derive(Clone, Copy)]
struct C(i32);
fn keep<T>(t: T) {}
fn copy(mut x: C) {
    let s = &x;
    let y = x;
    keep(s);
    let m = &mut x;
    let y = x; //~ ERROR E0503
    keep(m);
}
fn borrow(mut x: C) {
    let s = &x;
    let t = &x;
    keep(s);
    let m = &mut x;
    let t = &x; //~ ERROR E0502
    keep(m);
}
fn borrow_mutably(mut x: C) {
    let s = &x;
    let t = &mut x; //~ ERROR E0502
    keep(s);
    let m = &mut x;
    let t = &mut x; //~ ERROR E0499
    keep(m);
}
fn assign(mut x: C) {
    let s = &x;
    x = C(1); //~ ERROR E0506
    keep(s);
    let m = &mut x;
    x = C(2); //~ ERROR E0506
    keep(m);
}
fn assign_part(mut x: C) {
    let s = &x;
    x.0 = 1; //~ ERROR E0506
    keep(s);
    let m = &mut x;
    x.0 = 2; //~ ERROR E0506
    keep(m);
}
fn compound(mut x: i32) {
    let s = &x;
    x += 1; //~ ERROR E0506
    keep(s);
    let m = &mut x;
    x += 1; //~ ERROR E0503
    keep(m);
}
fn move_out(x: String, mut y: String) {
    let s = &x;
    let z = x; //~ ERROR E0505
    keep(s);
    let m = &mut y;
    let z = y; //~ ERROR E0505
    keep(m);
}
fn argument(x: String) {
    let s = &x;
    keep(x); //~ ERROR E0505
    keep(s);
}
fn replace(mut x: String) {
    let s = &x;
    x = String::new(); //~ ERROR E0506
    keep(s);
    let m = &mut x;
    x = String::new(); //~ ERROR E0506
    keep(m);
}
fn call_result(mut x: String) {
    let s = &x;
    x = x.clone(); //~ ERROR E0506
    keep(s);
}
fn discriminant(mut o: Option<C>) {
    let m = &mut o;
    match o { //~ ERROR E0503
        Some(_) => {}
        None => {}
    }
    keep(m);
}
fn condition(mut b: bool) {
    let m = &mut b;
    if b { return; } //~ ERROR E0503
    keep(m);
}
fn method(mut x: String) {
    let s = &x;
    x.push('a'); //~ ERROR E0502
    keep(s);
    let m = &mut x;
    x.len(); //~ ERROR E0502
    keep(m);
}
fn print(mut x: i32) {
    let m = &mut x;
    println!("{}", x); //~ ERROR E0502
    keep(m);
}
fn swap(mut x: i32) {
    std::mem::swap(&mut x, &mut x); //~ ERROR E0499
}
fn comparison(mut x: i32) {
    let m = &mut x;
    let b = x == 1; //~ ERROR E0503
    let c = x > 1; //~ ERROR E0503
    keep(m);
}
fn returned(mut x: i32) -> i32 {
    let m = &mut x;
    if *m > 1 {
        return x;
    }
    *m = 1;
    x
}
fn for_loop(mut v: Vec<i32>) {
    for x in &v {
        v.push(*x);
    }
    for x in &mut v {
        v.clear(); //~ ERROR E0499
        *x = 1;
    }
    for x in v.iter() {
        v = Vec::new(); //~ ERROR E0506
    }
}
fn while_loop(mut v: Vec<i32>) {
    let mut last = &mut 0;
    while v.len() > 1 { //~ ERROR E0502
        last = &mut v[0];
    }
    *last = 1;
}
fn twice_in_loop(mut x: i32) {
    let mut all: Vec<&mut i32> = Vec::new();
    for i in 0..3 {
        all.push(&mut x); //~ ERROR E0499
    }
}

fn main() {}
