// A tuple is taken apart by a pattern: the bindings are dropped in reverse, then what is left in the tuple, from the front.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let tuple = (Noisy("zero"), Noisy("one"), Noisy("two"), Noisy("three"));
    let (_, one, _, three) = tuple;
    println!("{} {}", one.0, three.0);
} //~ DROP three, one, tuple.0, tuple.2
