// A label begins a loop or a block.
fn f() {
    'a: 3; //~ ERROR syntax
}
fn main() {}
