//@ lien: --function f 
// Locals in reverse order of their declaration, a shadowed value with its scope.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f() {
    let a = mk(1);
    {
        let b = mk(2);
        let c = mk(3);
    }
    let a = mk(4);
    let _ = mk(5);
    let _d = mk(6);
}
