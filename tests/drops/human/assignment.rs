//@ lien: --function f 
// An assignment drops the old value, unless nothing is there any more; of a value with a hole, field by field.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

struct Pair {
    a: D,
    b: D,
}
fn f(mut x: D, mut p: Pair) {
    x = mk(1);
    consume(x);
    x = mk(2);
    consume(p.a);
    p = Pair { a: mk(3), b: mk(4) };
}
