// `let ... else`: where the pattern does not fit, what was looked at is dropped before `else` runs: all variants but `Ok`, of which the pattern takes the payload.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(number: u32) -> Result<Noisy, Noisy> {
    if number > 3 { Ok(Noisy("large")) } else { Err(Noisy("small")) }
}

fn large(number: u32) -> Option<Noisy> {
    let guard = Noisy("guard");
    let Ok(value) = make(number) else {
        println!("{} is small", number);
        return None; //~ DROP guard
    }; //~ DROP `make(number)`{other variants}
    println!("{} {}", guard.0, value.0);
    Some(value)
} //~ DROP guard

fn main() {
    println!("{}", large(7).is_some()); //~ DROP `large(7)`
}
