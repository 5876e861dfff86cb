// Nothing changes unless its declaration says so: variables, parameters, fields of what is not `mut`, and statics.

struct Counter {
    n: i32,
}

static LIMIT: i32 = 3;

fn raise(step: i32) -> i32 {
    let counter = Counter { n: 0 };
    counter.n = counter.n + step; //~ ERROR E0594
    step = counter.n; //~ ERROR E0384
    LIMIT = step; //~ ERROR E0594
    step
}

fn main() {
    println!("{}", raise(2));
}
