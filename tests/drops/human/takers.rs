//@ lien: --function f
// Who took a value: a method, a literal, a tuple, an array, a variable, a loop, the question mark, the caller.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
impl D {
    fn eat(self) {}
}
struct S {
    a: D,
    b: D,
}
fn opt() -> Option<D> {
    None
}

fn f(a: D, b: D, c: D, d: D, e: D, v: Vec<D>, o: Option<D>, u: Option<D>) -> Option<D> {
    a.eat();
    let s = S { a: b, b: opt()? };
    let t = (c, 1);
    let r = [d];
    for x in v {}
    let p = o?;
    e;
    u
}
