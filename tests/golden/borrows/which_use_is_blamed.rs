//@ lien: --borrowck nll
// What becomes a field of a struct or variant is as telling as an argument or an assignment: of all the way the last of these is blamed.
#![allow(unused, dead_code)]
struct Slot<'a, 'b> { r: &'a mut &'b String, n: i32 }
struct Pair<'a>(&'a String, &'a String);
enum Kept<'a> { Both { a: &'a String, b: &'a String }, None }
fn cond() -> bool { true }
fn same<'a>(a: &'a String) -> &'a String { a }
fn inv<'a>(a: &mut &'a String) {}
fn two_slots(mut b: &String, v: &Vec<String>) {
    let mut y = v.first().unwrap();
    if cond() { Slot { r: &mut b, n: 1 } } else { Slot { r: &mut y, n: 1 } }; //~ ERROR lifetime
}
fn a_slot_with_an_argument<'a>(mut b: &'a String, c: &String) {
    let mut s = Slot { r: &mut b, n: 1 }; //~ ERROR E0621
    *s.r = same(c);
}
fn a_call_into_a_field<'a, 'b>(a: &'a String, b: &'b String) -> Pair<'a> {
    let p = Pair(a, same(b));
    let q = Pair::<'a>(p.0, p.1); //~ ERROR lifetime
    Pair(q.0, q.1)
}
fn written<'a>(a: &'a String) {
    let p = Pair::<'static>(a, a); //~ ERROR lifetime
}
fn declared<'a>(a: &'a String) {
    let p: Pair<'static> = Pair(same(a), a); //~ ERROR lifetime
}
fn a_variant<'a>(a: &'a String, mut k: Kept<'static>) {
    let b = a;
    k = Kept::Both { a: b, b }; //~ ERROR lifetime
}
fn an_option<'a>(a: &'a String, k: &mut Option<&'static String>) {
    *k = Some(a); //~ ERROR lifetime
}
fn an_option_in_a_box<'a>(a: &'a String, k: &mut Vec<Option<&'static String>>) {
    let t = Some(a);
    k.push(t); //~ ERROR E0521
}
fn through_a_mutable_reference<'a>(mut a: &'a String, c: &mut &'static String) {
    let s = [Slot { r: &mut a, n: 1 }, Slot { r: c, n: 2 }]; //~ ERROR lifetime
}
fn the_base<'a>(mut a: &'a String, mut c: &'static String) {
    let s = Slot { r: &mut c, n: 1 }; //~ ERROR lifetime
    let t = Slot { n: 2, ..s };
    *t.r = a;
}
struct S<'a> { s: &'a str }
fn cut<'a>(s: &'a str) -> &'a str { s }
fn written_and_returned<'a>(v: S<'a>) -> S<'static> {
    S::<'static> { s: v.s } //~ ERROR lifetime
}
fn written_and_held<'a>(v: S<'a>) {
    let w = S::<'static> { s: v.s }; //~ ERROR lifetime
}
fn written_in_a_tuple<'a>(v: S<'a>) -> (S<'static>, i32) {
    (
        S::<'static> {
            s: cut(v.s), //~ ERROR lifetime
        },
        1,
    )
}
fn written_or_not<'a>(v: S<'a>) -> S<'static> {
    if cond() {
        return S { s: v.s }; //~ ERROR lifetime
    }
    S::<'static> { s: v.s }
}
fn written_for_a_variable<'a>(z: &'a str) -> S<'a> {
    let s = String::new();
    let t = &s; //~ ERROR E0597
    if cond() {
        let u = S::<'a> { s: t };
        return u;
    }
    S { s: cut(t) }
}
impl<'a> S<'a> {
    fn own<'b>(s: &'b str) -> S<'a> {
        Self { s } //~ ERROR lifetime
    }
    fn held<'b>(s: &'b str) {
        let v = Self { s }; //~ ERROR lifetime
    }
}
