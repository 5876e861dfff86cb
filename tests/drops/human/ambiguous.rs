//@ lien: --function f 
// What is gone on one way in and there on another is marked, with the move.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(n: u32, a: D) {
    let b = mk(1);
    let c;
    match n {
        1 => consume(a),
        2 => {
            let moved = a;
        }
        _ => c = mk(2),
    }
    let mut d = mk(3);
    if n > 7 {
        consume(d);
    }
    d = mk(4);
}
