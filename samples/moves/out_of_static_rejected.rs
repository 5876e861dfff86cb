// A static belongs to the whole program: nothing can be moved out of it.

static MOTTO: String = String::new();

fn motto() -> String {
    MOTTO //~ ERROR E0507
}

fn main() {
    println!("{}", motto());
}
