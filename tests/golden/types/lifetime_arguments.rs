// Lifetimes that a function decides late cannot be given.
fn late<'a>(x: &'a u8) {}
fn early<'a: 'a>(x: &'a u8) {}
fn f(x: &'static u8) {
    early::<'static, 'static>(x); //~ ERROR E0107
    late::<'static, 'static>(x); //~ ERROR E0794
}
fn main() {}
