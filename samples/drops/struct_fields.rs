// A whole struct is one drop: first its own `drop`, then its fields in the order in which they are declared. Once a field was moved out, the fields that are left are
// dropped one by one, in that same order.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Inner {
    up: Noisy,
    down: Noisy,
}

struct Outer {
    left: Noisy,
    inner: Inner,
    right: Noisy,
}

fn make() -> Outer {
    Outer { left: Noisy("left"), inner: Inner { up: Noisy("up"), down: Noisy("down") }, right: Noisy("right") }
}

fn main() {
    let whole = make();
    let opened = make();
    let taken = opened.inner.up;
    println!("{} {}", whole.left.0, taken.0);
    println!("{} {} {}", opened.left.0, opened.inner.down.0, opened.right.0);
} //~ DROP taken, opened.left, opened.inner.down, opened.right, whole
