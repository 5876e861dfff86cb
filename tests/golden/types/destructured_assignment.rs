// The left of a destructuring assignment is made of places.
fn f() {
    let x;
    (x, 1) = (3, 4); //~ ERROR E0070
}
fn functions() {
    main = main; //~ ERROR E0070
}
fn main() {}
