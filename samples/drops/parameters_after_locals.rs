// Parameters are dropped after all locals, the last parameter first.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn greet(first: Noisy, second: Noisy) {
    let local = Noisy("local");
    println!("{} {} {}", first.0, second.0, local.0);
} //~ DROP local, second, first

fn main() {
    greet(Noisy("first"), Noisy("second"));
}
