//@ lien: --borrowck nll
// The content of a box and the elements of an array that a pattern names are moved on their own.
#![allow(unused, dead_code)]
fn content_then_box(b: Box<(String, String)>) {
    let x = *b;
    let y = &b; //~ ERROR E0382
}
fn put_back(mut b: Box<String>) {
    drop(*b);
    *b = String::new();
    drop(b);
}
fn assign_into_empty(mut b: Box<String>) {
    drop(b);
    *b = String::new(); //~ ERROR E0382
}
fn both_ends(a: [String; 3]) {
    let [x, ..] = a;
    let [.., y] = a;
}
fn overlapping_rest(a: [String; 3]) {
    let [.., y] = a;
    let [_, z @ ..] = a; //~ ERROR E0382
}
fn beside_the_rest(a: [String; 3]) {
    let [x, ..] = a;
    let [_, z @ ..] = a;
}
fn by_index(a: [String; 3], i: usize) {
    let x = a[0]; //~ ERROR E0508
    let y = a[i]; //~ ERROR E0508
}

fn main() {}
