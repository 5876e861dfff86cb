// A view that no longer shows the value, repaired: copy the number that is meant to stay.

fn main() {
    let mut total = 10;
    let seen = total;
    total += 5;
    println!("{} {}", seen, total);
}
