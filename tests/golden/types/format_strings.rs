// Format strings are checked: placeholders, arguments, names, traits.
struct S;
fn few() {
    println!("{} {}", 1); //~ ERROR format
}
fn many() {
    println!("{}", 1, 2); //~ ERROR format
}
fn open() {
    println!("{"); //~ ERROR format
}
fn name() {
    println!("{missing}"); //~ ERROR E0425
}
fn traits(s: S) {
    println!("{s}"); //~ ERROR E0277
}
fn debug(s: S) {
    println!("{s:?}"); //~ ERROR E0277
}
fn not_a_literal(s: &str) {
    println!(s); //~ ERROR format
}
fn main() {}
