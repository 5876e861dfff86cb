// `break` in a labelled block names the label.
fn f() {
    'a: {
        break; //~ ERROR E0695
    }
}
fn main() {}
