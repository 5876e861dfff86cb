//@ lien: --borrowck nll
// What is borrowed does not live long enough: the end of storage, drops, destructors, temporaries, the end of the function.
#![allow(unused, dead_code)]
struct D<'a>(&'a i32);
impl Drop for D<'_> { fn drop(&mut self) {} }
struct Own { s: String }
impl Drop for Own { fn drop(&mut self) {} }
struct Hold<'a> { m: &'a mut String }
impl Drop for Hold<'_> { fn drop(&mut self) {} }
fn keep<T>(t: T) {}
fn make() -> String { String::new() }
fn inner_block() {
    let r;
    {
        let x = 1;
        r = &x; //~ ERROR E0597
    }
    keep(r);
}
fn inner_block_with_drop() {
    let r;
    {
        let s = String::new();
        r = &s; //~ ERROR E0597
    }
    keep(r);
}
fn destructor_order() {
    let d;
    let x = 1;
    d = D(&x); //~ ERROR E0597
}
fn no_destructor() {
    let d;
    let x = 1;
    d = &x;
}
fn vec_order() {
    let mut v = Vec::new();
    let x = 1;
    v.push(&x);
}
fn vec_of_guards() {
    let mut v = Vec::new();
    let x = 1;
    v.push(D(&x)); //~ ERROR E0597
}
fn in_own(o: Own) -> usize {
    let r;
    {
        let o = o;
        r = &o.s; //~ ERROR E0713
    }
    r.len()
}
fn part_of_guard<'a>(h: Hold<'a>) -> &'a mut String {
    &mut *h.m //~ ERROR E0713
}
fn part_of_own<'a>(o: Own) -> &'a String {
    &o.s //~ ERROR E0713
}
fn temporary() {
    let r = make().as_str();
    let s = String::from("x").as_str(); //~ ERROR E0716
    keep(s);
}
fn temporary_kept() {
    let r: &str = make().as_str(); //~ ERROR E0716
    keep(r);
}
fn extended() {
    let r = &make();
    keep(r);
}
fn returned() -> &'static str {
    let s = make();
    &s //~ ERROR E0515
}
fn returned_local<'a>() -> &'a i32 {
    let x = 1;
    let r = &x;
    r //~ ERROR E0515
}
fn returned_parameter<'a>(x: i32) -> &'a i32 {
    &x //~ ERROR E0515
}
fn returned_part(p: (i32, i32)) -> &'static i32 {
    &p.1 //~ ERROR E0515
}
fn returned_in_struct<'a>() -> Option<&'a i32> {
    let x = 1;
    Some(&x) //~ ERROR E0515
}
fn returned_temporary<'a>() -> &'a str {
    make().as_str() //~ ERROR E0515
}
fn returned_early<'a>(c: bool, y: &'a i32) -> &'a i32 {
    let x = 1;
    if c { return &x; } //~ ERROR E0515
    y
}
fn into_parameter<'a>(v: &mut Vec<&'a i32>) {
    let x = 1;
    v.push(&x); //~ ERROR E0597
}
fn parameter_into_parameter<'a>(v: &mut Vec<&'a i32>, x: i32) {
    v.push(&x); //~ ERROR E0597
}
fn in_loop() {
    let mut last = None;
    for i in 0..3 {
        let x = i;
        last = Some(&x); //~ ERROR E0597
    }
    keep(last);
}
fn match_arm(o: Option<String>) -> usize {
    let r: &str = match o {
        Some(s) => &s, //~ ERROR E0597
        None => "",
    };
    r.len()
}
fn statics() {
    let x = 1;
    let r: &'static i32 = &x; //~ ERROR E0597
}
fn tail() -> usize {
    let s = make();
    s.as_str().len()
}
fn boxed<'a>() -> &'a i32 {
    let b = Box::new(1);
    &*b //~ ERROR E0515
}
fn boxed_in_block() {
    let r;
    {
        let b = Box::new(1);
        r = &*b; //~ ERROR E0597
    }
    keep(r);
}

fn main() {}
