//@ lien: --function f 
// A struct with a hole: the fields that are left, in order of declaration, and where the others went.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

struct Inner {
    x: D,
    y: D,
}
struct Outer {
    a: D,
    inner: Inner,
    z: D,
}
fn f(o: Outer, t: (D, D)) -> D {
    let y = o.inner.y;
    let pair = (t.1, 1);
    o.z
}
