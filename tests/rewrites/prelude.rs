struct S(u8);
impl Drop for S { fn drop(&mut self) {} }
struct P { a: S, b: S }
enum E { A(S), B(S, S), C }
fn eat<T>(value: T) {}
fn told(s: S) -> bool { s.0 == 0 }
fn seen(s: &S) -> u8 { s.0 }
fn made() -> E { E::C }
fn maybe() -> Option<S> { None }
fn asked() -> bool { true }
fn main() {}
