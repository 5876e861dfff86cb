// Temporaries live to the end of their statement, and are dropped in the reverse order of their making.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Noisy {
    fn length(&self) -> usize {
        self.0.len()
    }
}

fn longer(left: &Noisy, right: &Noisy) -> bool {
    left.length() > right.length()
}

fn main() {
    let sum = Noisy("a").length() + Noisy("bc").length(); //~ DROP `Noisy("bc")`, `Noisy("a")`
    let is_longer = longer(&Noisy("left"), &Noisy("right")); //~ DROP `Noisy("right")`, `Noisy("left")`
    println!("{} {}", sum, is_longer);
    Noisy("alone"); //~ DROP `Noisy("alone")`
}
