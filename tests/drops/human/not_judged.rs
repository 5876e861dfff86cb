//@ status: 1
// A rejected and a declined function beside judged ones: these have their schedule, and the exit status tells.
fn judged(s: String) {}

fn rejected(s: String) {
    drop(s);
    drop(s);
}

fn declined(s: String) {
    unsafe {}
}

fn nothing(n: u32) {}
