// Locals are dropped in the reverse order of their declaration: what was made last may refer to what was made first.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let first = Noisy("first");
    let second = Noisy("second");
    {
        let inner = Noisy("inner");
        println!("{} {} {}", first.0, second.0, inner.0);
    } //~ DROP inner
    println!("the inner scope is over");
} //~ DROP second, first
