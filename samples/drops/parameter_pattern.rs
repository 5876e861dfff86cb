// A pattern takes a parameter apart: what it binds are variables; what it does not bind stays in the parameter, and is dropped right after them. A parameter
// that is only `_` lives to the end, too.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn left((left, _): (Noisy, Noisy), _: Noisy, last: Noisy) {
    println!("{} {}", left.0, last.0);
} //~ DROP last, param#2, left, param#1.1

fn main() {
    left((Noisy("left"), Noisy("right")), Noisy("middle"), Noisy("last"));
}
