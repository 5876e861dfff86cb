// A documentation comment documents the item behind it.
fn f() {
    let x = 1;
    /// what follows? //~ ERROR E0585
}
fn main() {}
