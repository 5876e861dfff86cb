// Nothing undoes a `forbid`.
#![allow(unknown_lints)]
#![forbid(ambiguous_drop)]
fn eat<T>(_: T) {}

#[allow(ambiguous_drop)] //~ ERROR E0453
fn allowed(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

#[warn(ambiguous_drop)] //~ ERROR E0453
fn warned(c: bool, x: String) {
    #[expect(ambiguous_drop)] //~ ERROR E0453
    let _y = x;
    let _ = c;
}

// These ask for no less.
#[deny(ambiguous_drop)]
#[forbid(ambiguous_drop)]
fn denied(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

// Another lint, and rustc's own.
#[allow(beyond_stable, unused)]
fn other() {}
