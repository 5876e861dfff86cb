// A variable that changes is declared with `mut`.

fn main() {
    let mut total = 0;
    for i in 0..3 {
        total += i;
    }
    println!("{}", total);
}
