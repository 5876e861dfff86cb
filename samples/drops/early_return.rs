// A `return` leaves all scopes at once. Each one has its own list: of what was declared before it, and not moved on the way to it.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn keep(value: Noisy) -> usize {
    value.0.len()
} //~ DROP value

fn search(step: u32, parameter: Noisy) -> usize {
    let early = Noisy("early");
    if step == 1 {
        return 1; //~ DROP early, parameter
    }
    let late = Noisy("late");
    if step == 2 {
        let length = keep(early);
        return length; //~ DROP late, parameter
    }
    keep(late)
} //~ DROP early, parameter

fn main() {
    for step in 1..4 {
        println!("{}", search(step, Noisy("parameter")));
    }
}
