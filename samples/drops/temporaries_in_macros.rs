// `format!` and `println!` are statements inside: temporaries of their arguments end with the macro, not with the statement around it. Those of `write!`, `vec!`
// and `assert_eq!` live on to the end of the statement.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let text = format!("{}", Noisy("first").0); //~ DROP `Noisy("first")`
    let number = text.len() + Noisy("second").0.len(); //~ DROP `Noisy("second")`
    let numbers = vec![Noisy("third").0.len(), number]; //~ DROP `Noisy("third")`
    assert_eq!(Noisy("fourth").0.len(), numbers[1] - 5); //~ DROP `Noisy("fourth")`
} //~ DROP numbers, text
