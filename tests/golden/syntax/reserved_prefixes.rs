// Letters before a quote are reserved as prefixes of literals.
fn f() {
    let x = z"text"; //~ ERROR syntax
//~| ERROR syntax
}
fn main() {}
