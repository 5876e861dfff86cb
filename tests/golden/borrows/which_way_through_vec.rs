//@ lien: --borrowck nll
// `vec![a, b]` writes its elements into a box, which becomes a Vec: more steps than those of a call. The shortest way is blamed, so each step counts.
#![allow(unused, dead_code)]
fn same<'a>(a: &'a String) -> &'a String { a }
fn cond() -> bool { true }
struct V<'a> { s: &'a String }
fn one_call_less<'a, 'b>(z: &'a String, x: &'b String) -> Vec<&'a String> {
    if cond() {
        return vec![x, z];
    }
    let y = same(x);
    let w = vec![y; 2];
    return w; //~ ERROR lifetime
}
fn of_a_local<'a>(z: &'a String) -> Vec<&'a String> {
    let d = String::new();
    let x = &d;
    if cond() {
        return vec![x];
    }
    let y = same(x);
    let w = vec![y; 2];
    return w; //~ ERROR E0515
}
fn two_calls<'a>(z: &'a String) -> &'a String {
    let d = String::new();
    let x = &d;
    if cond() {
        let v = vec![x, z];
        return v[0];
    }
    return same(same(x)); //~ ERROR E0515
}
fn three_calls<'a>(z: &'a String) -> &'a String {
    let d = String::new();
    let x = &d;
    if cond() {
        return same(same(same(x))); //~ ERROR E0515
    }
    return vec![x, z][0];
}
fn many_calls<'a>(z: &'a String) -> &'a String {
    let d = String::new();
    let x = &d;
    if cond() {
        return same(same(same(same(same(same(x))))));
    }
    return vec![x, z][0]; //~ ERROR E0515
}
fn one_in_another<'a, 'b>(z: &'a String, x: &'b String) -> &'a String {
    let y = V { s: same(x) };
    if cond() {
        return vec![vec![x]][0][0];
    }
    if cond() {
        return vec![V { s: x }][0].s;
    }
    if cond() {
        return vec![x; 2][1]; //~ ERROR lifetime
    }
    same(vec![y.s][0])
}
/// Backwards, the elements are the last that tells: they are assigned.
fn written_through<'a>(x: &mut &'static String, y: &'a String) {
    let mut v = vec![ //~ ERROR lifetime
        x,
    ];
    *v[0] = y;
}
fn written_through_an_option<'a>(x: &mut &'static String, y: &'a String) {
    let v = Some(vec![x]); //~ ERROR lifetime
    *v.unwrap()[0] = y;
}
fn an_argument<'a>(x: &'a String, mut w: Vec<Vec<&'static String>>) {
    w.push(vec![x]); //~ ERROR E0521
}
fn declared<'a>(x: &'a String) {
    let v: Vec<Vec<&'static String>> = vec![vec![x], vec![]]; //~ ERROR lifetime
}
fn invariant<'a, 'b>(x: &mut &'a String) {
    let v: Vec<&mut &'b String> = vec![x]; //~ ERROR lifetime
//~| ERROR lifetime
}
