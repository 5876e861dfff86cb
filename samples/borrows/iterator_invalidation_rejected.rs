// Changing a collection while walking over it: `push` may move the elements that the loop still reads.

fn main() {
    let mut numbers = vec![1, 2, 3];
    for number in &numbers {
        if *number > 1 {
            numbers.push(*number); //~ ERROR E0502
        }
    }
    println!("{:?}", numbers);
}
