// A literal gives each field once, and only fields that exist, of a struct.
struct S {
    x: i32,
    y: i32,
}
enum E {
    A { x: i32 },
}
type Number = u32;
fn missing() -> S {
    S { x: 1 } //~ ERROR E0063
}
fn twice() -> S {
    S { x: 1, x: 2, y: 3 } //~ ERROR E0062
}
fn unknown() -> S {
    S { x: 1, y: 2, z: 3 } //~ ERROR E0560
}
fn unknown_of_variant() -> E {
    E::A { x: 1, z: 3 } //~ ERROR E0559
}
fn alias() {
    let n = Number { x: 1 }; //~ ERROR E0071
}
fn main() {}
