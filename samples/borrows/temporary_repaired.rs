// A pointer into a temporary, repaired: a variable keeps the string for as long as its trimmed part is used.

fn read_line() -> String {
    String::from("  yes \n")
}

fn main() {
    let line = read_line();
    let answer = line.trim();
    println!("{}", answer);
}
