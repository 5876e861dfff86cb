// A variable without `mut` is initialised once: a loop that assigns does so a second time.

fn main() {
    let total: i32;
    for i in 0..3 {
        total = i; //~ ERROR E0384
    }
}
