// A lifetime parameter neither repeats nor shadows another.
struct S<'a>(&'a i32);
impl<'a> S<'a> {
    fn shadow<'a>(x: &'a i32) {} //~ ERROR E0496
}
fn twice<'a, 'a>(x: &'a i32) {} //~ ERROR E0403
fn main() {}
