//@ lien: --function f --color always
// Dropped is green, gone is red, ambiguous is yellow.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn consume(_: D) {}

fn f(n: u32, a: D, b: D, c: D) {
    consume(b);
    if n == 1 {
        consume(c);
    }
}
