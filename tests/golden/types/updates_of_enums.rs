// Only a struct can be taken over with `..`.
enum E {
    A { x: i32, y: i32 },
}
fn f(e: E) -> E {
    E::A { x: 1, ..e } //~ ERROR E0436
}
fn main() {}
