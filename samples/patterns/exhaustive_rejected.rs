// A match must say what happens to every value, and a `let` without `else` must always match.

enum Light {
    Red,
    Yellow,
    Green,
}

fn seconds(light: Light, extra: Option<u32>) -> u32 {
    let base = match light { //~ ERROR E0004
        Light::Red => 30,
        Light::Green => 20,
    };
    let Some(more) = extra; //~ ERROR E0005
    base + more
}

fn main() {
    println!("{}", seconds(Light::Yellow, None));
}
