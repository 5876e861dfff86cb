// Each variant has a discriminant of its own, and the next one has to exist.
enum Same { //~ ERROR E0081
    A = 1,
    B = 1,
}
#[repr(u8)]
enum TooMany {
    A = 255,
    B, //~ ERROR E0370
}
fn main() {}
