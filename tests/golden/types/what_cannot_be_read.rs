//@ lien: --borrowck nll
// What stands for an expression that could not be read silences what would follow from it, not what stands beside it.
#![allow(unused)]
fn open_range(n: u8) -> u8 {
    let r = 1..=; //~ ERROR E0586
    let s = ..=; //~ ERROR E0586
    let x: u8 = "a"; //~ ERROR E0308
    r
}
fn let_as_value(n: u8) -> u8 {
    let x = (let y = n); //~ ERROR syntax
    x
}
fn comparison(n: u8) -> u8 {
    missing == n //~ ERROR E0425
//~| ERROR E0308
}
fn beside(s: String) {
    let t = s;
    drop(s); //~ ERROR E0382
}

fn main() {}
