// A move inside a loop: the second turn finds the value gone.

fn consume(text: String) -> usize {
    text.len()
}

fn main() {
    let text = String::from("abc");
    let mut sum = 0;
    for _ in 0..3 {
        sum += consume(text); //~ ERROR E0382
    }
    println!("{}", sum);
}
