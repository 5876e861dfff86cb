// A type that contains itself with larger arguments has a drop without end: declined, where rustc rejects what drops such a value.
enum A<T> { //~ ERROR L0001
    B,
    C(T, Box<A<(T, T)>>),
}
struct List<T> {
    item: T,
    next: Option<Box<List<T>>>,
}
struct Swapped<T, U>(T, Option<Box<Swapped<U, T>>>);
fn main() {}
