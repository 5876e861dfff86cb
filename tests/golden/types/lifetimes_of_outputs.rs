// A lifetime that is bound where a function type stands must come from its inputs.
fn a(f: for<'a> fn(i32) -> &'a i32) {} //~ ERROR E0581
type B = for<'a, 'b> fn(&'a u8) -> (&'a u8, &'b u8); //~ ERROR E0581
fn c<F>(f: F) where F: for<'a> Fn(i32) -> &'a i32 {} //~ ERROR E0582
fn d<F>(f: F) where F: for<'a> Iterator<Item = &'a i32> {} //~ ERROR E0582
type Nothing<'a> = u8;
fn e(f: for<'a> fn(Nothing<'a>) -> &'a i32) {} //~ ERROR E0581
fn main() {}
