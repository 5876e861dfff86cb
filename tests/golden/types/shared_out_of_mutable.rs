//@ lien: --borrowck nll
// A `&mut` behind a shared reference is shared again where a `&` is wanted, with whatever lifetimes: nothing is moved.
#![allow(unused, dead_code)]
fn f1<'a>(y: &'a &'a mut i32) -> &'a i32 {
    *y
}
fn f2<'a>(y: &'a &'a mut i32) -> &'a i32 {
    return *y;
}
fn f3<'a>(y: &'a &'a mut i32) -> &'a i32 {
    { *y }
}
fn f4<'a>(y: &'a &'a mut i32) -> &'a i32 {
    let z: &i32 = { *y };
    z
}
fn f5<'a>(y: &'a &'a mut i32, c: bool) -> &'a i32 {
    if c { *y } else { *y }
}
fn f6<'a>(y: &'a &'a mut i32) -> Option<&'a i32> {
    Some(*y)
}
fn f7<'a>(y: &'a Box<&'a mut i32>) -> &'a i32 {
    **y
}
struct S<'a> {
    m: &'a mut i32,
}
impl<'a> S<'a> {
    fn g(&self) -> &i32 {
        self.m
    }
    fn h(&mut self) -> &mut i32 {
        self.m
    }
}
