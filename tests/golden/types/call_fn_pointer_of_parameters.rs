// A function pointer whose signature mentions the caller's own type parameters is called with them, not with arguments of its own.
fn apply<T>(f: fn(T) -> T, value: T) -> T {
    f(value)
}
fn main() {}
