//@ lien: --borrowck nll
// Fields, boxes and references: what overlaps, and what stays apart.
#![allow(unused, dead_code)]
struct P { a: String, b: String, n: i32 }
struct Q { p: P, r: Box<P> }
enum E { One(String, String), Two(String) }
fn use2<T>(a: T, b: T) {}
fn fields(mut p: P) {
    let a = &mut p.a;
    let b = &mut p.b;
    use2(a, b);
}
fn field_and_whole(mut p: P) {
    let a = &mut p.a;
    let w = &p; //~ ERROR E0502
    a.clear();
}
fn whole_and_field(mut p: P) {
    let w = &mut p;
    let n = p.n; //~ ERROR E0503
    w.n = 1;
}
fn nested(mut q: Q) {
    let a = &mut q.p.a;
    q.p.b = String::new();
    q.p.n += 1;
    q.p = P { a: String::new(), b: String::new(), n: 1 }; //~ ERROR E0506
    a.clear();
}
fn in_box(mut q: Q) {
    let a = &mut (*q.r).a;
    let b = &mut (*q.r).b;
    use2(a, b);
    let c = &mut (*q.r).a;
    let w = &q.r; //~ ERROR E0502
    c.clear();
}
fn write_over_box(mut q: Q) {
    let a = &mut (*q.r).a;
    q.r = Box::new(P { a: String::new(), b: String::new(), n: 1 }); //~ ERROR E0506
    a.clear();
}
fn move_box(mut q: Q) {
    let a = &(*q.r).a;
    let r = q.r; //~ ERROR E0505
    drop(a);
}
fn through_mutable(q: &mut Q) {
    let a = &mut q.p.a;
    let b = &mut q.p.b;
    use2(a, b);
    let w = &mut *q;
    q.p.n = 1; //~ ERROR E0506
    w.p.n = 2;
}
fn reference_written_over<'a>(mut q: &'a mut P, other: &'a mut P) {
    let a = &mut q.a;
    q = other;
    let b = &mut q.a;
    use2(a, b);
}
fn variants(mut e: E) {
    match e {
        E::One(ref mut a, ref mut b) => use2(a, b),
        E::Two(ref mut a) => a.clear(),
    }
}
fn variant_and_whole(mut e: E) {
    if let E::One(a, _) = &mut e {
        e = E::Two(String::new()); //~ ERROR E0506
        a.clear();
    }
}
fn tuple(mut t: (i32, (i32, i32))) {
    let a = &mut t.1.0;
    t.0 = 1;
    t.1.1 = 2;
    t.1 = (1, 2); //~ ERROR E0506
    *a = 3;
}
fn behind_shared(p: &P) {
    let a = &p.a;
    let w = p;
    use2(a, &w.a);
}
fn shared_copied(mut p: P) {
    let r = &p;
    let a = &r.a;
    let n = p.n;
    p.n = 2; //~ ERROR E0506
    drop(a);
}

fn main() {}
