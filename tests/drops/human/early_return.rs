//@ lien: --function f 
// Each return has its own state: what is declared later is absent, what was moved away is named with its taker.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(n: u32) -> u32 {
    let a = mk(1);
    if n == 1 {
        return 1;
    }
    let b = mk(2);
    if n == 2 {
        consume(a);
        return 2;
    }
    let c: D;
    if n == 3 {
        return 3;
    }
    c = a;
    n
}
