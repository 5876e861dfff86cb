// A match must say what happens to every value, repaired.

enum Light {
    Red,
    Yellow,
    Green,
}

fn seconds(light: Light, extra: Option<u32>) -> u32 {
    let base = match light {
        Light::Red => 30,
        Light::Yellow => 3,
        Light::Green => 20,
    };
    let Some(more) = extra else { return base };
    base + more
}

fn main() {
    println!("{}", seconds(Light::Yellow, None));
}
