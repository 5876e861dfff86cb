// The arguments of an attribute have a form.
#[must_use("x")] //~ ERROR E0539
fn a() -> u8 { 1 }
#[cold()] //~ ERROR E0565
fn b() {}
#[inline(maybe)] //~ ERROR E0539
fn c() {}
#[inline()] //~ ERROR E0805
fn d() {}
#[deprecated(since = "1", note = "a", note = "b")] //~ ERROR E0538
fn e() {}
#[deprecated(reason = "x")] //~ ERROR E0539
fn f() {}
#[deprecated("x")] //~ ERROR E0565
fn g() {}
#[deprecated(note)] //~ ERROR E0539
fn h() {}
#[deprecated]
#[deprecated] //~ ERROR attribute-input
fn i() {}
#[should_panic(expected)] //~ ERROR E0539
fn j() {}
#[allow] //~ ERROR attribute-input
fn k() {}
fn main() {}
