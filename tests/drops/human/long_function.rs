//@ lien: --function f 
// Lines that say nothing are left out where there are many; what is declared and moved is shown.
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
    let mut sum = 0;
    sum += 1;
    sum += 2;
    sum += 3;
    consume(a);
    sum += 4;
    sum += 5;
    sum
}
