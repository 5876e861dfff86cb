//@ lien: --function f 
// Parameters after the locals, the last one first; what a parameter's pattern does not bind, after its bindings.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(a: D, (b, _): (D, D), _: D, d: D) {
    let local = mk(1);
}
