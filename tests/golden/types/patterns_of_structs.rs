// A tuple struct pattern has as many parts as the struct has fields; a struct pattern names each once.
struct P(i32, i32);
struct Q {
    x: i32,
    y: i32,
}
fn few(p: P) {
    let P(a) = p; //~ ERROR E0023
}
fn twice(q: Q) {
    let Q { x: a, x: b, y: c } = q; //~ ERROR E0025
}
fn unknown(q: Q) {
    let Q { x, y, z } = q; //~ ERROR E0026
}
fn missing(q: Q) {
    let Q { x } = q; //~ ERROR E0027
}
fn main() {}
