//@ lien: --function f 
// A box whose content is moved is freed all the same; of a content moved in part the rest is dropped first.
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
fn f(whole: Box<D>, part: Box<Pair>, other: Box<D>) {
    let d = *whole;
    consume(part.a);
}
