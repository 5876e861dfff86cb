// A loop body may not run at all, repaired: `loop` has no exit but its `break`s, and the compiler knows that.

fn last_even(limit: i32) -> i32 {
    let found: i32;
    loop {
        found = limit - limit % 2;
        break;
    }
    found
}

fn main() {
    println!("{}", last_even(7));
}
