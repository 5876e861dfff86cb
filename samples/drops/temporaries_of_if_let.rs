// Edition 2024: what `if let` looks at is dropped before `else` runs, and after the block where the pattern fits: at the `}` of that block on both paths.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Noisy {
    fn length(&self) -> Option<usize> {
        if self.0.is_empty() { None } else { Some(self.0.len()) }
    }
}

fn main() {
    if let Some(length) = Noisy("looked at").length() {
        let inside = Noisy("inside");
        println!("{} {}", length, inside.0);
    } else {
        //~^ DROP inside, `Noisy("looked at")`
        //~| DROP `Noisy("looked at")`
        let otherwise = Noisy("otherwise");
        println!("{}", otherwise.0);
    } //~ DROP otherwise
}
