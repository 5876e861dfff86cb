//@ lien: -W ambiguous-drop -D warnings
// What is a warning where it is found is of the group `warnings`.
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

fn denied_as_all_warnings(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

#[allow(warnings)]
fn allowed(c: bool, x: String) {
    if c {
        eat(x);
    }
}

#[deny(ambiguous_drop)]
#[allow(warnings)]
fn no_warning(c: bool, x: String) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

#[expect(warnings)]
fn expected(c: bool, x: String) {
    if c {
        eat(x);
    }
}

#[expect(warnings)]
fn perhaps_rustc_warns() {}

#[expect(ambiguous_drop)] //~ ERROR unfulfilled_lint_expectations
fn unmet() {}
