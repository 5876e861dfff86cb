// `break` in the head of a `while` names its loop.
fn f() {
    while break {} //~ ERROR E0590
}
fn main() {}
