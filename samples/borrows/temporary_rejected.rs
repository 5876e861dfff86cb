// A pointer into a temporary: the trimmed text belongs to a string that nobody keeps.

fn read_line() -> String {
    String::from("  yes \n")
}

fn main() {
    let answer = read_line().trim(); //~ ERROR E0716
    println!("{}", answer);
}
