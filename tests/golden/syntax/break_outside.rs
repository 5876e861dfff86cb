// `break` needs a loop.
fn f() {
    break; //~ ERROR E0268
}
fn main() {}
