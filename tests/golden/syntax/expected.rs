// Something that cannot stand where it stands.
fn f() {
    let = 3; //~ ERROR syntax
}
fn main() {}
