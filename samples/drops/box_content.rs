// What a box holds can be moved out; the box is then freed without it. Of content that was moved in part, the rest is dropped before the box is freed.

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
    let whole = Box::new(Noisy("whole"));
    let emptied = Box::new(Noisy("content"));
    let halved = Box::new(Pair { left: Noisy("left"), right: Noisy("right") });
    let content = *emptied;
    let left = halved.left;
    println!("{} {} {}", whole.0, content.0, left.0);
} //~ DROP left, content, halved.*.right, halved{box}, emptied{box}, whole
