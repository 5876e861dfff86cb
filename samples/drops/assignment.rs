// An assignment drops the old value, after the new one is made and before it is put in. Where nothing is there any more, nothing is dropped; of a value that was
// moved in part, what is left.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    left: Noisy,
    right: Noisy,
}

fn main() {
    let mut value = Noisy("old");
    println!("{}", value.0);
    value = Noisy("new"); //~ DROP value
    drop(value);
    value = Noisy("newer");
    println!("{}", value.0);

    let mut pair = Pair { left: Noisy("left"), right: Noisy("right") };
    pair.left = Noisy("left again"); //~ DROP pair.left
    drop(pair.left);
    pair = Pair { left: Noisy("third left"), right: Noisy("second right") }; //~ DROP pair.right
    println!("{} {}", pair.left.0, pair.right.0);
} //~ DROP pair, value
