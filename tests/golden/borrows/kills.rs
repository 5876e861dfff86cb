//@ lien: --borrowck nll
// Walking along references: what was borrowed through a reference is free again when the reference is written over.
#![allow(unused, dead_code)]
struct List { value: i32, next: Option<Box<List>> }
fn keep<T>(t: T) {}
fn last(mut list: &mut List) -> &mut List {
    while list.next.is_some() {
        list = list.next.as_mut().unwrap();
    }
    list
}
fn push(mut list: &mut List) {
    loop {
        match list.next {
            Some(ref mut next) => list = next,
            None => return,
        }
    }
}
fn collect(mut list: &mut List) -> Vec<&mut i32> {
    let mut all = Vec::new();
    loop {
        all.push(&mut list.value);
        if let Some(n) = &mut list.next {
            list = n;
        } else {
            return all;
        }
    }
}
fn not_written_over(list: &mut List) {
    let mut all = Vec::new();
    loop {
        all.push(&mut list.value); //~ ERROR E0499
        if all.len() > 2 { return; }
    }
}
fn conditional<'a>(mut p: &'a mut List, q: &'a mut List, c: bool) {
    let r = &mut *p;
    if c { p = q; }
    p.value = 1; //~ ERROR E0506
    r.value = 2;
}
fn both<'a>(mut p: &'a mut List, q: &'a mut List, s: &'a mut List, c: bool) {
    let r = &mut *p;
    if c { p = q; } else { p = s; }
    p.value = 1;
    r.value = 2;
}
fn by_call<'a>(mut p: &'a mut List) {
    let r = &mut *p;
    p = last(r);
    p.value = 1;
}
fn gap(mut x: i32, mut y: i32, c: bool) {
    let mut r = &mut x;
    if c {
        *r = 1;
        r = &mut y;
        x = 2;
    }
    *r = 3;
}
fn gap_wrong(mut x: i32, mut y: i32, c: bool) {
    let mut r = &mut x;
    if c {
        r = &mut y;
    }
    x = 2; //~ ERROR E0506
    *r = 3;
}
fn swap_in_loop(mut a: i32, mut b: i32) {
    let (mut p, mut q) = (&mut a, &mut b);
    for i in 0..3 {
        let t = p;
        p = q;
        q = t;
    }
    *p = 1;
    b = 2; //~ ERROR E0506
    *q = 3;
}
fn conditional_return<'a>(v: &'a mut Vec<String>) -> &'a mut String {
    if let Some(s) = v.first_mut() {
        return s;
    }
    v.push(String::new()); //~ ERROR E0499
    v.first_mut().unwrap() //~ ERROR E0499
}

fn main() {}
