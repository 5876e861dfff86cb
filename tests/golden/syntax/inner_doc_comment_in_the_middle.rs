// `//!` documents what it stands in and comes first there.
fn f() {}
//! about this file //~ ERROR E0753
fn main() {}
