// A new variable of the same name hides the old one, and does not drop it: both live to the end of the scope.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let value = Noisy("old");
    println!("{}", value.0);
    let value = Noisy("new");
    println!("{}", value.0);
} //~ DROP value, value
