// One variable that two branches fill: moved from one parameter, or made anew.
fn toy(c: bool, s: String) -> String {
    let t;
    if c {
        t = s;
    } else {
        t = String::new();
    }
    t
}
