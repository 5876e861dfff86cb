//@ lien: --borrowck nll
// A write to what is borrowed and not mutable: where the old value is dropped first, the drop is the finding, and the write is silent (E0506 without E0384 or
// E0594); a value without a destructor gets both.
#![allow(unused, dead_code)]
fn u(s: &String) {}
fn ui(s: &i32) {}
fn c() -> bool { true }
pub fn f1(x: String) { let r = &x; x = String::new(); u(r); } //~ ERROR E0506
pub fn f2(x: i32) { let r = &x; x = 2; ui(r); } //~ ERROR E0384
//~| ERROR E0506
pub fn f3(x: i32) { match x { 1 if { x = 2; true } => {}, _ => {} } } //~ ERROR E0384
//~| ERROR E0510
pub fn f4(x: Option<String>) { match x { None if { x = None; true } => {}, _ => {} } } //~ ERROR E0510
pub fn f5() { let x = String::new(); let r = &x; x = String::new(); u(r); } //~ ERROR E0506
pub fn f6() { let x; x = String::new(); let r = &x; x = String::new(); u(r); } //~ ERROR E0506
pub fn g1(p: (String, i32)) { let r = &p.0; p.0 = String::new(); u(r); } //~ ERROR E0506
pub fn g2(p: (String, i32)) { let r = &p.1; p.1 = 2; ui(r); } //~ ERROR E0594
//~| ERROR E0506
pub fn g3(p: &(String, i32)) { let r = &p.0; p.0 = String::new(); u(r); } //~ ERROR E0594
pub fn g4(x: String) { let r = &x; let c = &r; loop { x = String::new(); u(c); } } //~ ERROR E0506
pub fn g5(x: Vec<String>, mut y: Vec<String>) { let r = &x[0]; let q = &mut y; x = vec![]; y = vec![]; u(r); q.clear(); } //~ ERROR E0506
//~| ERROR E0506
