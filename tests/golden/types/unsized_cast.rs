// A cast to an unsized type.
fn f(x: usize) {
    let y = x as [usize]; //~ ERROR E0620
}
fn main() {}
