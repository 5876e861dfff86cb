// What an operator needs is told before what its right side needs; an index that never comes is not blamed.
fn converted(n: u32, d: u64) -> u64 {
    d + n.into() //~ ERROR E0284
}
fn anything<T>() -> T {
    loop {}
}
fn called(d: u64) -> u64 {
    d * anything() //~ ERROR E0284
}
fn nested(d: u64, n: u32) {
    let x = d + (d * n.into()); //~ ERROR E0284
}
fn decided(d: u64, n: u32) -> bool {
    d == n.into()
}
fn returned() -> i32 {
    [1, 2][return 1] //~ ERROR E0277
}
fn main() {}
