// What is private is private to its module.
mod inner {
    pub struct S {
        x: i32,
    }
    impl S {
        fn method(&self) {}
        pub fn new() -> S {
            S { x: 1 }
        }
    }
    fn hidden() {}
}
fn field(s: inner::S) -> i32 {
    s.x //~ ERROR E0616
}
fn method(s: inner::S) {
    s.method(); //~ ERROR E0624
}
fn function() {
    inner::hidden(); //~ ERROR E0603
}
fn main() {}
