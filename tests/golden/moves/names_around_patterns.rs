//@ lien: --borrowck nll
// What a name before `@` does to the value, and what the names behind it may still do.
#![allow(unused)]
fn a(o: Option<String>) { match o { ref x @ Some(s) => {} None => {} } } //~ ERROR E0382
//~| ERROR binding-conflict
fn a2(o: Option<u8>) { match o { ref x @ Some(s) => {} None => {} } }
fn b(mut o: Option<String>) { match o { ref x @ Some(ref mut s) => {} _ => {} } } //~ ERROR binding-conflict
fn c(mut o: Option<String>) { match o { ref mut x @ Some(ref s) => {} _ => {} } } //~ ERROR binding-conflict
fn d(mut o: Option<String>) { match o { ref mut x @ Some(ref mut s) => {} _ => {} } } //~ ERROR binding-conflict
fn e(mut o: Option<u8>) { match o { ref mut x @ Some(s) => {} _ => {} } }
fn f(o: Option<String>) { match o { x @ Some(ref s) => {} _ => {} } } //~ ERROR binding-conflict
fn g(o: Option<String>) { match o { x @ Some(s) => {} _ => {} } } //~ ERROR E0382
fn h(o: Option<u8>) { match o { x @ Some(ref s) => {} _ => {} } }
fn i(o: &mut Option<String>) { match o { x @ Some(s) => {} _ => {} } } //~ ERROR binding-conflict
fn j(o: &Option<String>) { match o { x @ Some(s) => {} _ => {} } }
fn k(o: (String, String)) { let ref x @ (ref a, b) = o; } //~ ERROR E0382
//~| ERROR binding-conflict
fn l(mut o: (String, String)) { let ref mut x @ (ref mut a, ref b) = o; } //~ ERROR binding-conflict
fn m(mut o: (String, String)) { let ref x @ (a, ref mut b) = o; } //~ ERROR E0382
//~| ERROR binding-conflict
fn n(ref x @ (a, b): (String, String)) { } //~ ERROR E0382
//~| ERROR binding-conflict
fn p(o: Option<Option<String>>) { if let ref x @ Some(ref y @ Some(ref mut s)) = o {} } //~ ERROR binding-conflict
//~| ERROR binding-conflict
//~| ERROR E0596
fn q(o: Option<Option<String>>) { if let x @ Some(ref y @ Some(s)) = o {} } //~ ERROR binding-conflict
//~| ERROR E0382
//~| ERROR binding-conflict
fn main() {}
