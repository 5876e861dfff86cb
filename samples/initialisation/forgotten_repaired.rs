// Forgotten initialisation, repaired: every branch assigns exactly once.

fn grade(points: i32) -> char {
    let mark: char;
    if points > 50 {
        mark = 'p';
    } else {
        mark = 'f';
    }
    mark
}

fn main() {
    println!("{}", grade(70));
}
