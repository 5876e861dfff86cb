// An item inside a function does not see the function's type parameters.
fn outer<T>(value: T) {
    fn inner(other: T) {} //~ ERROR E0401
    struct Local(T); //~ ERROR E0401
}
fn main() {}
