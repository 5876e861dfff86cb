// `..=` names the last element and so needs one.
fn f(a: [i32; 3]) {
    let all = ..=; //~ ERROR E0586
    for i in 0..= {} //~ ERROR E0586
}
fn main() {}
