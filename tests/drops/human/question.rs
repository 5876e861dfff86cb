//@ lien: --function f 
// The question mark returns, and drops what stands at that point; an argument that is already built, too.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn two(a: D, b: u32) -> Option<u32> {
    Some(b)
}
fn f(o: Option<u32>) -> Option<u32> {
    let a = mk(1);
    let n = o?;
    let b = mk(2);
    two(b, o?)
}
