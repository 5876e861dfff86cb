// A loop body may not run at all, so what it assigns is not assigned for certain. Conditions are not evaluated: `while true` is no exception.

fn last_even(limit: i32) -> i32 {
    let found: i32;
    while true {
        found = limit - limit % 2;
        break;
    }
    found //~ ERROR E0381
}

fn main() {
    println!("{}", last_even(7));
}
