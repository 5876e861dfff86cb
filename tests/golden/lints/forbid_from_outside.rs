//@ lien: -F ambiguous-drop -A ambiguous-drop
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

#[allow(ambiguous_drop)] //~ ERROR E0453
fn allowed(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop
