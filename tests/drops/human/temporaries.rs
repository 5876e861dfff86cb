//@ lien: --function f 
// Temporaries: of a statement, a tail, a condition, the scrutinee of if let and match, and one that a let extends.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

impl D {
    fn get(&self) -> u32 {
        self.0
    }
    fn some(&self) -> Option<u32> {
        Some(self.0)
    }
}
fn f() -> u32 {
    let n = mk(1).get() + mk(2).get();
    let r = &mk(3);
    if mk(4).get() == 4 {
        mk(5);
    }
    if let Some(k) = mk(6).some() {
        consume(mk(k));
    } else {
        let e = mk(7);
    }
    match mk(8).some() {
        Some(_) => {}
        None => {}
    }
    mk(9).get()
}
