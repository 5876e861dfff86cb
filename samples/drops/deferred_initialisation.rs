// What is declared first is dropped last, whenever it got its value. On a way on which it has none, nothing is dropped.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn later(leave: bool) {
    let declared_first;
    let second = Noisy("second");
    if leave {
        return; //~ DROP second
    }
    declared_first = Noisy("first");
    println!("{} {}", declared_first.0, second.0);
} //~ DROP second, declared_first

fn main() {
    later(true);
    later(false);
}
