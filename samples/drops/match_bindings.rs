// The bindings of an arm are dropped at the end of the arm, the last one first; a guard only looks at them. Every arm takes all there is, so nothing is left of `pair`.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn describe(pair: (Option<Noisy>, Noisy)) {
    match pair {
        (Some(inner), outer) if inner.0 == outer.0 => println!("{} twice", inner.0), //~ DROP outer, inner
        (Some(inner), outer) => println!("{} {}", inner.0, outer.0), //~ DROP outer, inner
        (None, outer) => {
            println!("{}", outer.0);
        } //~ DROP outer
    }
}

fn main() {
    describe((Some(Noisy("a")), Noisy("b")));
}
