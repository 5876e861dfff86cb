// A static belongs to the whole program, repaired: hand out a copy.

static MOTTO: String = String::new();

fn motto() -> String {
    MOTTO.clone()
}

fn main() {
    println!("{}", motto());
}
