// A type parameter behind a `'static` reference.
struct S<T> {
    x: &'static T, //~ ERROR E0310
}
fn main() {}
