// `let name = &make();` keeps the temporary as long as the variable; as an argument of a call it still ends with the statement.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(value: &Noisy) -> usize {
    value.0.len()
}

fn main() {
    let before = Noisy("before");
    let extended = &Noisy("extended");
    let after = Noisy("after");
    let number = length(&Noisy("argument")); //~ DROP `Noisy("argument")`
    println!("{} {} {} {}", before.0, extended.0, after.0, number);
} //~ DROP after, `Noisy("extended")`, before
