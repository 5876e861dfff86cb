// A prefix of a base needs digits behind it.
fn f() {
    let a = 0x; //~ ERROR E0768
    let b = 0b; //~ ERROR E0768
}
fn main() {}
