// Fields and methods that exist and can be seen.
struct S {
    x: i32,
}
impl S {
    fn method(&self) -> i32 {
        self.x
    }
}
fn field(s: S) -> i32 {
    s.y //~ ERROR E0609
}
fn of_number(n: u32) {
    n.field; //~ ERROR E0610
}
fn method_as_field(s: S) {
    s.method; //~ ERROR E0615
}
fn missing_method(s: S) {
    s.missing(); //~ ERROR E0599
}
fn missing_function() {
    S::missing(); //~ ERROR E0599
}
fn main() {}
