// `expect` hides as `allow` does, and asks that there be something to hide.
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

#[expect(ambiguous_drop)]
fn met(c: bool, x: String) {
    if c {
        eat(x);
    }
}

#[expect(ambiguous_drop)] //~ WARN unfulfilled_lint_expectations
fn unmet(x: String) {
    eat(x);
}

// rustc's lints are rustc's business.
#[expect(unused_mut, unused_variables, reason = "rustc knows")]
fn other(x: String) {
    eat(x);
}

#[expect(unused_mut, ambiguous_drop, reason = "it was so once")]
//~^ WARN unfulfilled_lint_expectations
//~| NOTE it was so once
fn several(x: String) {
    eat(x);
}

// The innermost attribute that names the lint meets the finding, the others do not.
#[expect(ambiguous_drop)] //~ WARN unfulfilled_lint_expectations
#[allow(ambiguous_drop)]
fn hidden_already(c: bool, x: String) {
    if c {
        eat(x);
    }
}

#[expect(ambiguous_drop)]
mod outer {
    #[expect(ambiguous_drop)]
    fn inner(c: bool, x: String) {
        if c {
            super::eat(x);
        }
    }
    fn also(c: bool, x: String) {
        if c {
            super::eat(x);
        }
    }
}

// In a function that has errors nobody looked.
#[expect(ambiguous_drop)]
fn wrong(x: String) {
    eat(x);
    eat(x); //~ ERROR E0382
}

// An expectation is a finding like others, with a level of its own.
#[allow(unfulfilled_lint_expectations)]
#[expect(ambiguous_drop)]
fn quiet() {}

#[deny(unfulfilled_lint_expectations)]
#[expect(ambiguous_drop)] //~ ERROR unfulfilled_lint_expectations
fn loud() {}

#[expect(unfulfilled_lint_expectations)]
#[expect(ambiguous_drop)]
fn expected() {}

struct S {
    #[expect(ambiguous_drop)] //~ WARN unfulfilled_lint_expectations
    field: String,
}

// What an ordinary build does not see.
#[cfg(test)]
#[expect(ambiguous_drop)]
fn only_for_tests() {}

#[test]
#[expect(ambiguous_drop)]
fn test() {}
