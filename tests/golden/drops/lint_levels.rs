// The lint's level, as attributes set it; the innermost counts.
#![allow(unknown_lints, ambiguous_drop)]
fn eat<T>(_: T) {}

fn allowed(c: bool, x: String) {
    if c {
        eat(x);
    }
}

#[deny(ambiguous_drop)]
fn denied(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

#[warn(ambiguous_drop)]
mod warned {
    fn f(c: bool, x: String) {
        if c {
            super::eat(x);
        }
    } //~ WARN ambiguous_drop
}
