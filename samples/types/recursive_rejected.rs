// A type that contains itself would be infinitely large.

struct List { //~ ERROR E0072
    value: i32,
    next: Option<List>,
}

fn main() {}
