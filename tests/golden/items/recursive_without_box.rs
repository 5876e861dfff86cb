// What is recursive needs a box.
struct List { //~ ERROR E0072
    next: Option<List>,
}
fn main() {}
