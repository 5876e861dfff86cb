// On one item the later attribute counts, unless the earlier one forbids.
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

#[allow(ambiguous_drop)]
#[forbid(ambiguous_drop)]
fn later(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

#[forbid(ambiguous_drop)]
#[allow(ambiguous_drop)] //~ ERROR E0453
fn earlier() {}
