//@ lien: --borrowck nll
// Type parameters that are not known to outlive what is asked of them: `'static`, a named lifetime.
#![allow(unused, dead_code)]
struct Keep<'a, T: 'a>(&'a T);
fn need<T: 'static>(t: T) {}
fn for_ever<T>(t: T) {
    need(t) //~ ERROR E0310
}
fn for_ever_with_a_bound<T: Clone>(t: T) {
    need(t) //~ ERROR E0310
}
fn long_enough<T: 'static>(t: T) {
    need(t)
}
fn need_as_long<'a, T: 'a>(x: &'a i32, t: T) {}
fn as_long<'a, T>(x: &'a i32, t: T) {
    let k: Option<Keep<'a, T>> = None; //~ ERROR E0309
}
fn as_long_with_a_bound<'a, T: 'a>(x: &'a i32, t: T) {
    let k: Option<Keep<'a, T>> = None;
}

// Where a lifetime that a type is known to outlive has to outlive another and should not have, that is the one finding.
fn asks<'a, T: 'a>(_: &'a u8, _: T) {}
fn asks_static<T: 'static>(_: T) {}
fn behind_a_reference<T>(t: &T) {
    asks_static(t); //~ ERROR E0521
}
fn by_value<T>(t: T) {
    asks_static(t); //~ ERROR E0310
}
fn for_a_lifetime<'a, T>(x: &'a u8, t: T) {
    asks::<'a, T>(x, t); //~ ERROR E0309
}
// What a written type asks for is blamed last.
struct OfTwo<'a, 'b: 'a> {
    x: &'a &'b u8,
}
struct Long<T: 'static> {
    t: Option<T>,
}
impl<T: 'static> Long<T> {
    fn empty() -> Long<T> {
        Long { t: None }
    }
}
fn written_types<'a, 'b>(z: &'a &'b u8) {
    let q: OfTwo<'b, 'b> = OfTwo { x: z }; //~ ERROR lifetime
    let q: Long<&'b u8> = Long::empty(); //~ ERROR lifetime
}
// What the user wrote for a function is asked for once, with its lifetimes as they are written, and is the shortest way from one to the other.
fn written_arguments<'a, 'b>(x: &'a u8, y: &'b u8) -> &'b u8 {
    asks::<'b, &'a u8>(y, x); //~ ERROR lifetime
    x
}
fn written_and_static<'a, 'b, U>(y: &'b u8, z: &'a &'b u8) {
    let q: Long<&'a u8> = Long::empty(); //~ ERROR lifetime
    //~^ ERROR lifetime
    asks::<'b, &'a &'b u8>(y, z);
}
fn only_the_type_is_written<T>(x: &u8) -> &u8 {
    returned::<T>(x) //~ ERROR E0311
}
fn returned<'a, T: 'a>(x: &'a u8) -> &'a u8 {
    x
}
