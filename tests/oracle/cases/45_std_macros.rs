#![allow(warnings)]
struct D(u32);
impl Drop for D { fn drop(&mut self) {} }
impl D { fn r(&self) -> &u32 { &self.0 } fn some(&self) -> Option<&u32> { Some(&self.0) } fn yes(&self) -> bool { true } fn own(self) -> u32 { 0 } fn me(self) -> D { self } fn opt(&self) -> Option<D> { None } fn res(&self) -> Result<D, D> { Ok(D(1)) } }
fn mk(n: u32) -> D { D(n) }
fn eat(_: D) {}
fn c() -> bool { true }
struct P { a: D, b: D }
struct Q { p: P, d: D, n: u32 }
enum E { A(D), B(D, D), C { x: D, y: u32 }, N }
fn e() -> E { E::N }
fn m2(f: &mut String) -> std::fmt::Result { use std::fmt::Write; write!(f, "{}", mk(1).0) }
fn m3(f: &mut String) { use std::fmt::Write; write!(f, "{}", mk(1).0); let k = 1; }
fn m4(f: &mut String) -> std::fmt::Result { use std::fmt::Write; write!(f, "{}", mk(1).0)?; let x = writeln!(f, "{}", mk(1).0); x }
fn m5() { assert_eq!(mk(1).0, 1); assert_ne!(mk(2).0, mk(3).0, "x{}", mk(4).0); let k = mk(5); }
fn m6() { let u = assert_eq!(mk(1).0, 1); if c() { assert_eq!(mk(1).0, 1) } }
fn m7() -> bool { matches!(mk(1).opt(), Some(d) if d.yes()) }
fn m8() -> bool { let z = matches!(mk(1).opt(), Some(_)); matches!(e(), E::A(x) | E::B(x, _)) }
fn m9() -> Vec<D> { let v = vec![mk(1), mk(2)]; vec![mk(3).me()] }
fn m10() { println!("{}", mk(1).0) }
fn m11() { let t = (println!("{}", mk(1).0), mk(2)); if c() { println!("{}", mk(3).0) } else { println!("{}", mk(3).0); } }
fn m12() { assert!(mk(1).yes(), "{}", mk(2).0); debug_assert!(mk(1).yes()); debug_assert_eq!(mk(1).0, mk(2).0); }
fn m14(o: Option<D>) -> D { match o { Some(d) => d, None => panic!("{}", mk(1).0) } }
fn m15() -> String { match mk(1).some() { Some(x) => format!("{}", mk(2).0), None => format!("{x}{}", mk(3).0, x = mk(4).0) } }
fn m17() { for s in vec![mk(1)] { println!("{}", s.0); } for s in [format!("{}", mk(1).0)] { eprintln!("{s}"); } }
fn m18() { while mk(1).yes() && matches!(mk(2).opt(), Some(ref x) if x.yes()) { print!("{}", mk(3).0); } }
fn main() {}
