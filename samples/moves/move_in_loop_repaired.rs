// A move inside a loop, repaired: each turn consumes a copy of its own.

fn consume(text: String) -> usize {
    text.len()
}

fn main() {
    let text = String::from("abc");
    let mut sum = 0;
    for _ in 0..3 {
        sum += consume(text.clone());
    }
    println!("{} {}", sum, text);
}
