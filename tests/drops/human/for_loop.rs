//@ lien: --function f
// What a round holds is dropped at its end; the iterator, with the elements that are left, when the loop ends.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn consume(_: D) {}

fn f(v: Vec<D>) {
    for x in v {
        if x.0 == 1 {
            break;
        }
        let y = x;
        for z in [D(1)] {}
    }
}
