//@ lien: --borrowck nll
// Holders of references: structs, boxes, cells, destructors; when what they hold is free again.
#![allow(unused, dead_code)]
use std::cell::{Cell, RefCell};
fn keep<T>(t: T) {}
struct S<'a> { r: &'a str, c: Cell<&'a i32> }
struct W<'a, T> { t: &'a mut T }
impl<'a, T> W<'a, T> {
    fn get(&mut self) -> &mut T { self.t }
    fn get_long(&'a mut self) -> &'a mut T { self.t }
    fn into(self) -> &'a mut T { self.t }
    fn peek(&self) -> &T { self.t }
}
struct Dr<'a>(&'a mut i32);
impl Drop for Dr<'_> { fn drop(&mut self) { *self.0 += 1; } }
fn w1(mut x: i32) { let mut w = W { t: &mut x }; w.get(); w.get(); let a = w.get(); let b = w.get(); *a = 1; *b = 2; x = 3; } //~ ERROR E0499
fn w2(mut x: i32) { let mut w = W { t: &mut x }; w.get_long(); w.get(); } //~ ERROR E0499
fn w3(mut x: i32) -> i32 { let w = W { t: &mut x }; let p = w.peek(); let q = w.into(); *q + *p } //~ ERROR E0505
fn w4<'a>(w: W<'a, i32>) -> &'a mut i32 { let W { t } = w; t }
fn w5<'a>(w: &'a mut W<'a, i32>) -> &'a mut i32 { let a = &mut *w.t; let b = &mut *w.t; a } //~ ERROR E0499
fn w6<'a, 'b>(w: &'b mut W<'a, i32>) -> &'b mut i32 { &mut *w.t }
fn w7<'a, 'b>(w: &'b mut W<'a, i32>) -> &'a mut i32 { &mut *w.t } //~ ERROR lifetime
fn d1(mut x: i32) { let d = Dr(&mut x); x = 1; } //~ ERROR E0506
fn d2(mut x: i32) { let d = Dr(&mut x); drop(d); x = 1; }
fn d3(mut x: i32) { { let d = Dr(&mut x); } x = 1; }
fn d4(mut x: i32) -> i32 { let d = Dr(&mut x); *d.0 = 2; x } //~ ERROR E0503
fn d5(mut x: i32, c: bool) { let d = Dr(&mut x); if c { drop(d); x = 1; return; } keep(d); x = 2; }
fn d6(mut x: i32) { let _ = Dr(&mut x); x = 1; let _d = Dr(&mut x); x = 2; } //~ ERROR E0506
fn d7(mut x: i32) { let mut o = Some(Dr(&mut x)); o = None; x = 1; }
fn d8(mut x: i32) { let v = vec![Dr(&mut x)]; x = 1; } //~ ERROR E0506
fn d9(mut x: i32) { let b = Box::new(&mut x); x = 1; }
fn d10(mut x: i32) { let b = Box::new(Dr(&mut x)); x = 1; } //~ ERROR E0506
fn d11(mut x: i32) { let t = (1, Dr(&mut x)); let (a, b) = t; x = 1; } //~ ERROR E0506
fn d12(mut x: i32, mut y: i32) { let mut d = Dr(&mut x); d = Dr(&mut y); x = 1; }
fn c1<'a>(s: &S<'a>, i: &'a i32) { s.c.set(i); let x = 1; s.c.set(&x); } //~ ERROR E0597
fn c2() { let x = 1; let s = S { r: "a", c: Cell::new(&x) }; let y = 2; s.c.set(&y); }
fn c3() { let s; let y; { y = 2; s = S { r: "a", c: Cell::new(&y) }; } s.c.get(); }
fn r1(c: &RefCell<Vec<i32>>) { let b = c.borrow_mut(); let d = c.borrow(); keep(b); }
fn r2() -> usize { let c = RefCell::new(vec![1]); c.borrow().len() }
fn r3() -> usize { let c = RefCell::new(vec![1]); let n = c.borrow().len(); n }
fn r4() { let c = RefCell::new(String::new()); let s: &str = c.borrow().as_str(); keep(s); } //~ ERROR E0716
fn m1(s: &mut String) -> &str { s.push('a'); let r = &*s; s.push('b'); r } //~ ERROR E0502
fn m2(s: &mut String) -> &str { let r: &str = s; r }
fn m3<'a>(a: &'a mut String, b: &'a mut String) -> &'a mut String { if a.len() > 1 { a } else { b } }
fn m4<'a>(a: &'a mut [i32]) -> (&'a mut i32, &'a mut i32) { let (x, y) = a.split_at_mut(1); (&mut x[0], &mut y[0]) }
fn m5<'a>(a: &'a mut [i32]) -> (&'a mut i32, &'a mut i32) { (&mut a[0], &mut a[1]) } //~ ERROR E0499
fn m6(a: &mut (i32, i32)) -> (&mut i32, &mut i32) { (&mut a.0, &mut a.1) }
fn t1(mut v: Vec<String>) { let r = v.iter().next(); v.push(String::new()); keep(r); } //~ ERROR E0502
fn t2(mut v: Vec<String>) { let r = &mut v; let s = &r; r.push(String::new()); keep(s); } //~ ERROR E0502
fn t3(mut v: Vec<String>) { let r = &mut v; let s = &mut *r; let t = &*s; r.len(); keep(t); } //~ ERROR E0502
fn t4(v: &mut Vec<String>) { let r = v; let s = &*r; v.len(); keep(s); } //~ ERROR E0382
fn t5(a: [String; 2]) { let [ref x, _] = a; let [_, y] = a; keep(x); drop(y); let z = a; } //~ ERROR E0382
fn t6(mut a: (String, String)) { let (ref mut x, ref y) = a; x.push_str(y); a.0.clear(); y.len(); }
fn t7(mut s: String) { let r = &mut s; let c = r; c.push('a'); r.push('b'); s.push('c'); } //~ ERROR E0382
fn t8(mut a: i32) { let r = &mut a; let s = &mut *r; *r = 1; *s = 2; } //~ ERROR E0506
fn t9(mut a: i32) { let r = &a; let s = &r; a = 1; keep(**s); } //~ ERROR E0506
fn u1<'a>(x: &'a i32) -> &'static i32 { x } //~ ERROR lifetime
fn u2<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 { if *x > 1 { x } else { y } } //~ ERROR lifetime
fn u3<'a, 'b: 'a>(x: &'a i32, y: &'b i32) -> &'a i32 { if *x > 1 { x } else { y } }
fn u4(x: &mut &'static str, y: &str) { *x = y; } //~ ERROR lifetime
fn u5<'a>(x: &mut Vec<&'a str>, y: &str) { x.push(y); } //~ ERROR E0621
fn u6<T>(x: &T) -> &T { let y = x; y }
fn u7<'a, T>(x: &'a mut T, y: T) -> &'a mut T { *x = y; x }
fn u8<T: Clone>(x: &T) -> T { let r; { let y = x.clone(); r = &y; } r.clone() } //~ ERROR E0597
fn main() {}
