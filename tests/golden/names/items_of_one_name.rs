// A name is used once for an item of a module, and for a variant of an enum.
struct S;
enum S {} //~ ERROR E0428
enum E {
    A,
    A, //~ ERROR E0428
}
fn main() {}
