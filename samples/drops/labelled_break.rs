// A `break` with a label leaves several scopes, the inner ones first, and may carry a value out.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn find(wanted: u32) -> Noisy {
    let found = 'search: {
        let outer = Noisy("outer");
        for number in 0..10 {
            let inner = Noisy("inner");
            if number == wanted {
                break 'search outer; //~ DROP inner
            }
            if number > 5 {
                break 'search Noisy("far"); //~ DROP inner, outer
            }
        } //~ DROP inner
        Noisy("none")
    }; //~ DROP outer
    found
}

fn main() {
    println!("{}", find(3).0); //~ DROP `find(3)`
}
