// A name that exists, but as something else.
struct Point {
    x: i32,
}
struct Tuple(i32);
enum Shape {
    Circle,
}
fn function() {}
mod module {}
impl Point for Tuple {} //~ ERROR E0404
fn not_a_struct() {
    let x = function { x: 1 }; //~ ERROR E0574
}
fn as_value() -> i32 {
    Point //~ ERROR E0423
}
fn pattern(t: Tuple) {
    match t {
        function(x) => {} //~ ERROR E0532
    }
}
fn of_variant(s: Shape::Circle) {} //~ ERROR E0573
fn literal() {
    let s = module { x: 1 }; //~ ERROR E0574
}
fn main() {}
