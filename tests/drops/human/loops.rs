//@ lien: --function f 
// break and continue drop what the loop's body holds; a labelled break leaves several scopes, inner first.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(n: u32) {
    let outer = mk(1);
    'all: loop {
        let a = mk(2);
        while n > 1 {
            let b = mk(3);
            if n == 2 {
                continue;
            }
            if n == 3 {
                break;
            }
            consume(b);
            if n == 4 {
                break 'all;
            }
        }
    }
}
