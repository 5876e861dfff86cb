// Where temporaries of a macro's arguments end: in the macro where it makes a statement of its own, with the statement around it otherwise.

struct M<'a>(&'a mut u32);
impl Drop for M<'_> {
    fn drop(&mut self) {}
}
fn two(_: String, _: &u32) {}

fn formatted(mut x: u32) {
    two(format!("{}", M(&mut x).0), &x);
}
fn formatted_and_measured(mut x: u32) -> usize {
    format!("{}", M(&mut x).0).len() + (x as usize)
}
fn printed(mut x: u32) {
    let t = ((println!("{}", M(&mut x).0)), &x);
}
fn asserted(mut x: u32) {
    let t = ((assert!(*M(&mut x).0 == 1)), &x);
}
fn compared(mut x: u32) {
    let t = ((assert_eq!(*M(&mut x).0, 1)), &x); //~ ERROR E0502
}
fn compared_with_message(mut x: u32) {
    let t = ((assert_ne!(*M(&mut x).0, 1, "{}", x)), 1); //~ ERROR E0502
}
fn matched(mut x: u32) {
    let t = ((matches!(M(&mut x), M(_))), &x); //~ ERROR E0502
}
fn collected(mut x: u32) {
    let t = (vec![*M(&mut x).0], &x); //~ ERROR E0502
}
fn written(mut x: u32, out: &mut String) {
    use std::fmt::Write;
    let t = ((write!(out, "{}", M(&mut x).0)), &x); //~ ERROR E0502
}
fn in_another(mut x: u32) {
    println!("{} {}", format!("{}", M(&mut x).0), x);
}

fn main() {}
