// What no use decides has to be annotated.
fn empty() {
    let v = Vec::new(); //~ ERROR E0282
}
fn text(s: &str) {
    let n = s.parse().unwrap(); //~ ERROR E0284
}
fn sum(v: Vec<i32>) {
    let total = v.into_iter().sum(); //~ ERROR E0283
}
fn default() {
    let x = Default::default(); //~ ERROR E0790
}
fn into(x: u8) {
    let y = x.into(); //~ ERROR E0283
}
fn main() {}
