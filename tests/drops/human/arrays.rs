//@ lien: --function f 
// Of an array of which elements were moved, the remaining runs are dropped from the end.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(whole: [D; 2], part: [D; 5]) {
    let [_, x, _, y, _] = part;
    consume(x);
}
