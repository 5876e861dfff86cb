// `<T as Enum>::Variant` is no path: an enum is not a trait.
enum Shape {
    Circle,
}
type Wrong = <u8 as Shape>::Circle; //~ ERROR E0404
fn main() {}
