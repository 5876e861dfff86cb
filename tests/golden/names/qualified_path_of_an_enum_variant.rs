// `<T as Enum>::Variant` is no path.
enum Shape {
    Circle,
}
fn f() {
    let x: <u8 as Shape>::Circle = 3; //~ ERROR E0404
    let y = <u8>::Missing::Other; //~ ERROR E0223
}
fn main() {}
