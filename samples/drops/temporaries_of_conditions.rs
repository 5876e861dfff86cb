// The condition of an `if` or `while`, and each side of `&&` and `||`, drops its temporaries before anything else runs.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Noisy {
    fn is(&self, length: usize) -> bool {
        self.0.len() == length
    }
}

fn main() {
    if Noisy("if").is(2) { //~ DROP `Noisy("if")`
        println!("then");
    }
    while Noisy("while").is(3) { //~ DROP `Noisy("while")`
        println!("never");
    }
    let both = Noisy("left").is(4)
        //~^ DROP `Noisy("left")`
        && Noisy("right").is(1); //~ DROP `Noisy("right")`
    println!("{}", both);
}
