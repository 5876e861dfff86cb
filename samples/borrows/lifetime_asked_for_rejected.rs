// A lifetime asked for: the result may come from either argument, but the signature promises only the first.

fn longer<'a>(first: &'a str, second: &str) -> &'a str {
    if first.len() >= second.len() {
        first
    } else {
        second //~ ERROR E0621
    }
}

fn main() {
    println!("{}", longer("one", "three"));
}
