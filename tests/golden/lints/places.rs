// Where attributes may stand; the innermost counts.
#![allow(unknown_lints)]
fn eat<T>(_: T) {}

struct S;

#[allow(ambiguous_drop)]
impl S {
    fn allowed(c: bool, x: String) {
        if c {
            eat(x);
        }
    }

    #[warn(ambiguous_drop)]
    fn warned(c: bool, x: String) {
        if c {
            eat(x);
        }
    } //~ WARN ambiguous_drop

    fn with_items(c: bool, x: String) {
        #[deny(ambiguous_drop)]
        fn denied(c: bool, x: String) {
            if c {
                eat(x);
            }
        } //~ ERROR ambiguous_drop
        if c {
            eat(x);
        }
    }
}

fn inside(c: bool, x: String) {
    #![allow(ambiguous_drop)]
    if c {
        eat(x);
    }
}

fn statements(c: bool, n: u8) {
    #[allow(ambiguous_drop)]
    {
        let x = String::new();
        if c {
            eat(x);
        }
    }
    {
        let x = String::new();
        if c {
            eat(x);
        }
    } //~ ERROR ambiguous_drop
    #[warn(ambiguous_drop)]
    let _length = {
        let x = String::new();
        if c {
            eat(x);
        }
        3
    }; //~ WARN ambiguous_drop
    match n {
        #[allow(ambiguous_drop)]
        1 => {
            let x = String::new();
            if c {
                eat(x);
            }
        }
        #[expect(ambiguous_drop)] //~ WARN unfulfilled_lint_expectations
        2 => {}
        _ => {
            let x = String::new();
            if c {
                eat(x);
            }
        } //~ ERROR ambiguous_drop
    }
    let mut y = String::new();
    if c {
        eat(y);
    }
    #[allow(ambiguous_drop)]
    (y = String::from("new"));
}
