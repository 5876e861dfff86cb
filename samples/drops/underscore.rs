// `_` is no variable: a value that only meets `_` is dropped at the end of its statement, and a variable matched by `_` stays where it is. `_name` is a
// variable like any other.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let _ = Noisy("nobody's"); //~ DROP `Noisy("nobody's")`
    let _unused = Noisy("held to the end");
    let kept = Noisy("not moved");
    let _ = kept;
    println!("end");
} //~ DROP kept, _unused
