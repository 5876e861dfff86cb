// Changing a collection while walking over it, repaired: first collect what to add, then add it.

fn main() {
    let mut numbers = vec![1, 2, 3];
    let mut more = Vec::new();
    for number in &numbers {
        if *number > 1 {
            more.push(*number);
        }
    }
    for number in more {
        numbers.push(number);
    }
    println!("{:?}", numbers);
}
