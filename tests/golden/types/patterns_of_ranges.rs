// A range in a pattern goes up, and from number to number or from character to character.
fn down(n: u8) {
    match n {
        9..=0 => {} //~ ERROR E0030
        _ => {}
    }
}
fn text(n: &str) {
    match n {
        "a"..="z" => {} //~ ERROR E0029
        _ => {}
    }
}
fn empty(n: u8) {
    match n {
        5..5 => {} //~ ERROR E0579
        _ => {}
    }
}
fn main() {}
