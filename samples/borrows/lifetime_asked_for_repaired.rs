// A lifetime asked for, and given: both arguments live as long as the result.

fn longer<'a>(first: &'a str, second: &'a str) -> &'a str {
    if first.len() >= second.len() {
        first
    } else {
        second
    }
}

fn main() {
    println!("{}", longer("one", "three"));
}
