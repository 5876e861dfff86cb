//@ lien: --borrowck nll
// References to what ends with the function, returned: to the variable itself or to something that holds them; of variables, parameters, temporaries.
#![allow(unused, dead_code)]
use std::cell::RefCell;
struct S {
    a: String,
    b: (String, i32),
}
struct V {
    d: String,
    n: i32,
}
impl Drop for V {
    fn drop(&mut self) {}
}
struct D<'a>(&'a mut i32);
impl<'a> Drop for D<'a> {
    fn drop(&mut self) {}
}
fn number() -> i32 {
    1
}
fn of_a_variable() -> &'static str {
    let s = String::new();
    &s //~ ERROR E0515
}
fn of_a_variable_early<'a>(a: &'a i32) -> &'a i32 {
    let x = 1;
    if *a > 1 {
        return &x; //~ ERROR E0515
    }
    a
}
fn in_a_vector() -> Vec<&'static str> {
    let s = String::new();
    let v = vec![&s[..]];
    v //~ ERROR E0515
}
fn in_a_tuple(mut v: Vec<i32>) -> (&'static i32, i32) {
    let a = &v[0];
    (a, 3) //~ ERROR E0515
}
fn in_an_iterator(x: &str) -> std::str::Chars<'static> {
    let s = x.to_string();
    s.chars() //~ ERROR E0515
}
fn of_a_field(p: S) -> &'static String {
    &p.a //~ ERROR E0515
}
fn of_a_pattern((a, b): (String, i32)) -> &'static str {
    &a //~ ERROR E0515
}
fn of_a_matched_parameter(p: Option<S>) -> &'static String {
    match &p {
        Some(q) => &q.a, //~ ERROR E0515
        None => loop {},
    }
}
fn of_a_temporary() -> &'static i32 {
    &number() //~ ERROR E0515
}
fn of_a_temporary_inside() -> Option<&'static i32> {
    Some(&number()) //~ ERROR E0515
}
fn of_a_method_on_a_temporary() -> &'static str {
    String::new().as_str() //~ ERROR E0515
}
fn of_a_guard() -> &'static str {
    let x = RefCell::new(String::new());
    x.borrow().as_str() //~ ERROR E0515
    //~^ ERROR E0515
}
fn through_variables() -> &'static str {
    let s = String::from("a");
    let r = &s;
    let q = r.as_str();
    q //~ ERROR E0515
}
fn on_one_way(c: bool) -> &'static str {
    let s = String::from("a");
    if c { &s } else { "b" } //~ ERROR E0515
}
fn declared_too_long(p: S) -> &'static str {
    let r: &'static str = &p.a; //~ ERROR E0597
    r
}
fn past_a_destructor<'a>(x: D<'a>) -> &'a mut i32 {
    &mut *x.0 //~ ERROR E0713
}
fn into_a_parameter<'a>(v: &mut Vec<&'a String>) {
    let x = String::new();
    v.push(&x); //~ ERROR E0597
}
fn into_an_unnamed_lifetime(v: &mut Vec<&String>) {
    let x = String::new();
    v.push(&x); //~ ERROR E0597
}
fn written_through<'a>(p: &'a mut &'a i32) {
    let x = 1;
    *p = &x; //~ ERROR E0597
}
fn needs_static() {
    let x = String::new();
    let r = &x; //~ ERROR E0597
    forever(r);
}
fn forever<T: 'static>(t: T) {}
