// As many arguments as parameters, and something that can be called.
struct S;
impl S {
    fn method(&self, n: i32) {}
}
fn two(a: i32, b: i32) {}
fn few() {
    two(1); //~ ERROR E0061
}
fn many(s: S) {
    s.method(1, 2); //~ ERROR E0061
}
fn number(x: i32) {
    x(); //~ ERROR E0618
}
fn generic<T>(x: T) {}
fn too_many_types() {
    generic::<i32, i32>(1); //~ ERROR E0107
}
fn main() {}
