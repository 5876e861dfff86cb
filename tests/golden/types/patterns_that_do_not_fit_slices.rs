// A slice pattern has as many elements as the array, or a `..`.
fn many(a: [i32; 2]) {
    let [x, y, z] = a; //~ ERROR E0527
}
fn least(a: [i32; 2]) {
    let [x, y, z, ..] = a; //~ ERROR E0528
}
fn none(a: i32) {
    let [x] = a; //~ ERROR E0529
}
fn main() {}
