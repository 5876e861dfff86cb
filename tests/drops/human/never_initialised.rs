//@ lien: --function f
// Two reasons at once: moved on one way, never given a value on another.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(n: u32) {
    let gone;
    let maybe;
    let other: D;
    if n > 1 {
        gone = mk(1);
        consume(gone);
        maybe = mk(2);
        if n > 2 {
            consume(maybe);
        }
    }
}
