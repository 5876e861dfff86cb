//@ lien: --borrowck nll
// One place and one span are reported once; but a place that goes through a field with lifetimes in its type equals only itself.
#![allow(unused, dead_code)]
struct P { s: String, n: i32 }
struct Cur<'a> { p: &'a mut P, n: i32 }
fn see<T>(_t: T) {}
fn plain_reservations(y: &mut P) {
    std::mem::swap(y, y); //~ ERROR E0499
}
fn reservations_through_a_reference_in_a_field(y: Cur<'_>) {
    std::mem::swap(y.p, y.p); //~ ERROR E0499
    //~^ ERROR E0499
}
fn plain_read_and_write(b: &mut P) {
    let x = &mut *b;
    b.n += 1; //~ ERROR E0503
    see(x);
}
fn read_and_write_through_a_reference_in_a_field(b: Cur<'_>) {
    let x = &mut *b.p;
    b.p.n += 1; //~ ERROR E0503
    //~^ ERROR E0506
    see(x);
}
