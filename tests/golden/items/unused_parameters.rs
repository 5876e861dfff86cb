// A parameter of a type is used in its fields.
struct S<T>; //~ ERROR E0392
enum E<'a> { //~ ERROR E0392
    A,
}
type Alias<T> = u8; //~ ERROR E0091
fn main() {}
