// What a `match` takes out of an enum is gone, and what the other variants hold was not there: nothing is left, and nothing depends on the path. A payload that
// the pattern leaves behind is dropped with the enum.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Shape {
    Point(Noisy),
    Line(Noisy, Noisy),
    Nothing,
}

fn all_taken(shape: Shape) {
    match shape {
        Shape::Point(point) => println!("{}", point.0), //~ DROP point
        Shape::Line(from, to) => println!("{} {}", from.0, to.0), //~ DROP to, from
        Shape::Nothing => println!("nothing"),
    }
}

fn one_left(shape: Shape) {
    if let Shape::Line(from, _) = shape {
        println!("{}", from.0);
    } //~ DROP from
} //~ DROP shape as Line.1, shape{other variants}

fn main() {
    all_taken(Shape::Point(Noisy("point")));
    all_taken(Shape::Nothing);
    one_left(Shape::Line(Noisy("from"), Noisy("to")));
}
