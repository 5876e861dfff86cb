// A view that no longer shows the value: `total` was read through a reference that expects nobody to write.

fn main() {
    let mut total = 10;
    let seen = &total;
    total += 5; //~ ERROR E0506
    println!("{} {}", seen, total);
}
