// Nothing changes unless its declaration says so, repaired.

struct Counter {
    n: i32,
}

static LIMIT: i32 = 3;

fn raise(mut step: i32) -> i32 {
    let mut counter = Counter { n: 0 };
    counter.n = counter.n + step;
    step = counter.n;
    step + LIMIT
}

fn main() {
    println!("{}", raise(2));
}
