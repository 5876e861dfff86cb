// `format!` and `println!` are statements inside: temporaries of their arguments end with the macro, not with the statement around it. Those of `write!`, `vec!`
// and `assert_eq!` live on to the end of the statement.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let number = format!("{}", Noisy("first").0).len() //~ DROP `Noisy("first")`
        + Noisy("second").0.len(); //~ DROP `Noisy("second")`, `format!("{}", Noisy("first").0)`
    let numbers = vec![Noisy("third").0.len(), number]; //~ DROP `Noisy("third")`
    assert_eq!(Noisy("fourth").0.len(), numbers[1] - 5); //~ DROP `Noisy("fourth")`
} //~ DROP numbers
