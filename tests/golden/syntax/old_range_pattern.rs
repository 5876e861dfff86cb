// The edition of 2021 left `...` behind.
fn f(n: u8) {
    match n {
        0...9 => {} //~ ERROR E0783
        _ => {}
    }
}
fn main() {}
