//@ lien: --borrowck nll
// Lifetimes of a signature that would have to outlive each other: named and unnamed ones, returned, assigned, passed on; in functions and methods.
#![allow(unused, dead_code)]
use std::cell::Cell;
struct R<'a>(&'a i32);
struct M<'a> {
    x: &'a mut i32,
}
struct It<'a> {
    v: &'a mut Vec<i32>,
}
fn st(x: &'static i32) {}
fn need<T: 'static>(t: T) {}
fn unnamed_returned_as_static(x: &i32) -> &'static i32 {
    x //~ ERROR lifetime
}
fn unnamed_returned_as_named<'a>(x: &'a i32, y: &i32) -> &'a i32 {
    y //~ ERROR E0621
}
fn named_returned_as_other<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 {
    y //~ ERROR lifetime
}
fn assigned_to_named<'a>(x: &mut &'a i32, y: &i32) {
    *x = y; //~ ERROR E0621
}
fn assigned_to_unnamed(x: &mut &i32, y: &i32) {
    *x = y; //~ ERROR lifetime
}
fn pushed(x: &mut Vec<&i32>, y: &i32) {
    x.push(y); //~ ERROR lifetime
}
fn assigned_to_a_variable(mut x: &i32, y: &i32) {
    x = y; //~ ERROR lifetime
}
fn declared_as_named<'a>(x: &'a i32, y: &i32) {
    let z: &'a i32 = y; //~ ERROR E0621
}
fn declared_as_static<'a>(x: &'a i32) {
    let z: &'static i32 = x; //~ ERROR lifetime
}
fn declared_before<'a>(x: &'a i32) {
    let z: &'static i32; //~ ERROR lifetime
    z = x;
}
fn in_a_wildcard<'a>(x: &'a i32) {
    let _: &'static i32 = x; //~ ERROR lifetime
}
fn escapes(x: &i32) {
    st(x); //~ ERROR E0521
}
fn named_escapes<'a>(x: &'a i32) {
    st(x); //~ ERROR E0521
}
fn escapes_in_a_struct(x: R) {
    st(x.0); //~ ERROR E0521
}
fn escapes_through_a_bound(x: &i32) {
    need(x) //~ ERROR E0521
}
fn escapes_by_a_generic_argument<'a>(x: &'a i32) {
    need::<&'static i32>(x); //~ ERROR E0521
}
fn hidden(x: R<'_>, y: R) -> &'static i32 {
    x.0 //~ ERROR lifetime
}
fn nested(x: (&i32, [&i32; 2])) -> &'static i32 {
    x.1[0] //~ ERROR lifetime
}
fn struct_without_lifetime<'a>(x: R) -> R<'a> {
    x //~ ERROR E0621
}
fn struct_in_a_pattern<'a>(R(x): R<'_>) -> R<'a> {
    R(x) //~ ERROR E0621
}
fn shortened_behind_mut<'a, 'b>(x: &'a mut &'b i32) -> &'a mut &'a i32 {
    x //~ ERROR lifetime
}
fn invariant<'a, 'b>(x: Cell<&'a i32>, y: Cell<&'b i32>) {
    let z: Cell<&'b i32> = x; //~ ERROR lifetime
    //~^ ERROR lifetime
}
fn through_two_muts<'a, 'b>(r: &'a mut &'b mut i32) -> &'b mut i32 {
    &mut **r //~ ERROR lifetime
}
fn field_needs_named<'a>(mut v: Vec<&'a i32>, y: &i32) {
    v.push(y); //~ ERROR E0621
}
impl M<'_> {
    fn other_parameter<'a>(&'a self, y: &i32) -> &'a i32 {
        y //~ ERROR E0621
    }
    fn elided_to_self(&self, y: &i32) -> &i32 {
        y //~ ERROR lifetime
    }
    fn into_self(&mut self, y: &mut i32) {
        self.x = y; //~ ERROR lifetime
    }
}
impl<'c> R<'c> {
    fn of_the_impl(&self, y: &i32) -> &'c i32 {
        y //~ ERROR E0621
    }
}
impl<'a> It<'a> {
    fn next(&mut self) -> &'a mut i32 {
        &mut self.v[0] //~ ERROR lifetime
    }
}
