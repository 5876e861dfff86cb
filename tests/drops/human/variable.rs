//@ lien: --function f --variable a
// Only one variable; exits that do not concern it are left out.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(n: u32) {
    let a = mk(1);
    let b = mk(2);
    for i in 0..n {
        let b = mk(i);
    }
    if n == 1 {
        return;
    }
    consume(a);
}
