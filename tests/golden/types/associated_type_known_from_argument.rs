//@ lien: --borrowck nll
// The argument of `get` tells what the result refers to; only then is the result coerced, dereferenced, asked for methods.
fn text(s: &str) -> &str { s }
fn at() -> usize { 0 }
pub fn f2(y7: Vec<String>) {
    let g = text(y7.get(at()).unwrap());
}
pub fn f3(y7: Vec<String>) {
    let q = text(y7.get(0).unwrap());
}
pub fn f4(y7: Vec<String>) {
    let g5;
    g5 = text(y7.get(at()).unwrap());
}
pub fn f5() {
    let y7 = Vec::<String>::new();
    let g: &str = y7.get(at()).unwrap();
}
pub fn f25() {
    let mut x4 = Vec::<String>::new();
    match x4.get_mut(at()) {
        Some(e5) => {
            if e5.is_empty() {
            }
        }
        _ => {}
    }
}
