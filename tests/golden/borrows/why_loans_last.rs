//@ lien: --borrowck nll
// Why a loan lasts until the access: a later use, a call, a `let`, a round of a loop, a drop, a trait of the signature. What each message says about it is
// compared with rustc's by `tests/oracle/labels.py`.
#![allow(unused, dead_code)]
use std::cell::RefCell;
fn take<T>(_: T) {}
fn see(x: &i32) {}
fn both<'a>(a: &'a mut Vec<usize>, b: &'a mut Vec<usize>) {}
struct Guard<'a>(&'a mut i32);
impl<'a> Drop for Guard<'a> {
    fn drop(&mut self) {}
}
impl<'a> Guard<'a> {
    fn new(x: &'a mut i32) -> Guard<'a> {
        Guard(x)
    }
    fn get(&self) -> &i32 {
        self.0
    }
}
fn used_later(mut s: String) {
    let r = &mut s;
    let q = &mut s; //~ ERROR E0499
    r.push('a');
}
fn used_by_call(mut v: Vec<usize>) {
    both(&mut v, &mut v); //~ ERROR E0499
}
fn used_by_method(mut v: Vec<usize>) {
    v.push({
        v.push(1); //~ ERROR E0499
        2
    });
}
fn read_while_lent() {
    let mut y = 3;
    let z = &mut y;
    let w = y; //~ ERROR E0503
    *z = w;
}
fn used_in_the_same_expression(mut v: Vec<usize>) {
    take::<(&mut Vec<usize>, &mut Vec<usize>)>((&mut v, &mut v)); //~ ERROR E0499
}
fn pushed_in_a_loop() {
    let mut all: Vec<&mut String> = vec![];
    let mut s = String::new();
    loop {
        all.push(&mut s); //~ ERROR E0499
    }
}
fn kept_in_a_loop(s: &mut String) {
    let mut all: Vec<&mut String> = vec![];
    while all.len() < 3 {
        all.push(s); //~ ERROR E0499
    }
}
fn used_in_the_next_round() {
    let mut x = 1;
    let y = 2;
    let mut r = &y;
    loop {
        see(r);
        r = &x;
        x = 1; //~ ERROR E0506
    }
}
fn dropped_later() {
    let mut x = 1;
    let g = Guard::new(&mut x);
    x = 2; //~ ERROR E0506
}
fn dropped_in_order() {
    let g;
    let mut x = 1;
    g = Guard::new(&mut x); //~ ERROR E0597
}
fn temporary_dropped_later() {
    let mut x = 1;
    match Guard::new(&mut x).get() {
        _ => x = 3, //~ ERROR E0506
    }
}
fn temporary_of_a_statement() {
    let mut x = 1;
    let same = Guard::new(&mut x).get() == &x; //~ ERROR E0502
}
fn boxed_guard() {
    let x = RefCell::new(1);
    let b = Box::new(x.borrow());
    drop(x); //~ ERROR E0505
}
fn kept_by_an_iterator(mut v: Vec<i32>) {
    for x in v.iter() {
        v.push(*x); //~ ERROR E0502
    }
}
fn kept_by_a_while_let() {
    let mut v = vec![1];
    let mut it = v.iter();
    while let Some(x) = it.next() {
        v.push(1); //~ ERROR E0502
    }
}
fn returned_on_one_way<'a>(c: bool, m: &'a mut Vec<String>) -> &'a mut String {
    let r = &mut *m;
    if c {
        return &mut r[0];
    }
    m.push(String::new()); //~ ERROR E0499
    &mut m[0] //~ ERROR E0499
}
fn returned_from_a_match(m: &mut Vec<String>) -> &mut String {
    match m.get_mut(0) {
        Some(x) => x,
        None => {
            m.push(String::new()); //~ ERROR E0499
            &mut m[0] //~ ERROR E0499
        }
    }
}
fn returned_by_question<'a>(p: &'a mut Vec<i32>) -> Option<&'a i32> {
    let r = p.get(0)?;
    p.push(1); //~ ERROR E0502
    Some(r)
}
fn given_to_an_argument<'a>(p: &mut Vec<&'a i32>) {
    let mut x = 1;
    p.push(&x); //~ ERROR E0597
    x = 2; //~ ERROR E0506
    p.clear();
}
fn declared_as_long<'a>(p: &'a i32) {
    let mut x = 1;
    {
        let q: &'a i32 = &x;
        x = 2; //~ ERROR E0506
        see(q);
    }
}
fn indexed_by_itself(v: &mut Vec<usize>) {
    v[v.len() - 1] = 1; //~ ERROR E0502
}
fn moved_while_lent() {
    let s = String::new();
    let r = &s;
    let t = s; //~ ERROR E0505
    take(r);
}
fn guarded(o: &mut Option<i32>) {
    match *o {
        Some(ref mut y)
            if {
                *o = None; //~ ERROR E0510
                true
            } => {}
        _ => {}
    }
}
