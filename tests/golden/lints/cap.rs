//@ lien: -F ambiguous-drop --cap-lints warn
// With a cap there is no `forbid` to keep.
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

#[allow(ambiguous_drop)]
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
} //~ WARN ambiguous_drop
