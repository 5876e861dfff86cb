// What `match` looks at lives to the end of the whole `match`: here to its brace, as an initialiser to the `;`.

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

fn main() {
    match Noisy("statement").length() {
        0 => println!("empty"),
        _ => println!("not empty"),
    } //~ DROP `Noisy("statement")`
    let name = match Noisy("initialiser").length() {
        0 => "empty",
        _ => "not empty",
    }; //~ DROP `Noisy("initialiser")`
    println!("{}", name);
}
