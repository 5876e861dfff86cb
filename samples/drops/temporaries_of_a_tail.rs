// Edition 2024: the temporaries of a block's last expression are dropped before its variables.

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

fn tail() -> usize {
    let local = Noisy("local");
    Noisy("temporary").length() + local.length() //~ DROP `Noisy("temporary")`
} //~ DROP local

fn main() {
    println!("{}", tail());
}
