// A nested function captures nothing.
fn capture() {
    let limit = 3;
    fn inner() -> i32 {
        limit //~ ERROR E0434
    }
}
fn main() {}
