// Levels of lints name lints, those of tools by their tool, and end with a reason.
#[allow(unused, reason = "an example")]
fn a() {}
#[allow("unused")] //~ ERROR E0452
fn b() {}
#[warn(unused = "x", x())] //~ ERROR E0452
//~| ERROR E0452
fn c() {}
#[deny(reason = "first", unused)] //~ ERROR E0452
fn d() {}
#[expect(clippy::all, rustdoc::all, clipp::all)] //~ ERROR E0710
fn e() {}
#[allow(reason = 1)] //~ ERROR E0452
fn f() {}
fn main() {}
