// A parameter that only the type itself uses is used by nothing.
struct List<T> {
    next: Option<Box<List<T>>>, //~ ERROR recursive-parameter
}
fn main() {}
