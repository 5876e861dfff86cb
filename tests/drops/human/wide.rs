//@ lien: --function f
// Tabs and wide characters keep the marks under what they mark.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {}
}
fn mk(n: u32) -> D {
    D(n)
}
fn consume(_: D) {}

fn f(c: bool) {
	let é日本 = mk(1); let x = mk(2);
	if c { let s = "🦀日本é"; return; }	consume(x);
}
