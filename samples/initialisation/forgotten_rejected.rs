// Forgotten initialisation: one branch assigns, the other does not, and the read would find whatever was in memory.

fn grade(points: i32) -> char {
    let mark: char;
    if points > 50 {
        mark = 'p';
    }
    mark //~ ERROR E0381
}

fn main() {
    println!("{}", grade(70));
}
