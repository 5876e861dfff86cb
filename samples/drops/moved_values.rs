// What was moved is somebody else's: a value that is returned is dropped by the caller, one that is handed to a function by that function. `drop` is such a function,
// and no magic.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn hand_over() -> Noisy {
    let result = Noisy("result");
    let helper = Noisy("helper");
    println!("{}", helper.0);
    result
} //~ DROP helper

fn main() {
    let value = hand_over();
    let other = Noisy("other");
    drop(value);
    println!("{}", other.0);
} //~ DROP other
