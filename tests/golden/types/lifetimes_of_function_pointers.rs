// A lifetime that a function pointer binds for its result stands in an argument, too.
#![allow(unused, dead_code)]
fn nowhere(g: for<'a> fn() -> &'a i32) {} //~ ERROR E0581
fn argument(g: for<'a> fn(&'a i32) -> &'a i32) {}
fn another(g: for<'a, 'b> fn(&'a i32) -> (&'b i32, &'b i32)) {} //~ ERROR E0581
fn nested(g: for<'a> fn(fn(&'a i32)) -> &'a i32) {}


fn main() {}
