// `&A + B` is read as `(&A) + B`: bounds behind `&` need parentheses.
struct S<'a> {
    x: &'a Clone + 'a, //~ ERROR E0178
//~| ERROR E0782
}
fn main() {}
