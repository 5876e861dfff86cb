//@ lien: --function f 
// What a match took out of an enum is gone; what other variants hold is dropped.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

enum Shape {
    One(D),
    Two(D, D),
    Boxed(Box<D>),
    Zero,
}
fn f(o: Option<D>, s: Shape) {
    match o {
        Some(d) => consume(d),
        None => return,
    }
    match s {
        Shape::Two(a, _) => consume(a),
        _ => {}
    }
}
