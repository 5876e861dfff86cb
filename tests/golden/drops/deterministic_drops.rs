// No drop here depends on the path: each exit knows.
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {}
}
struct P {
    a: D,
    b: D,
}
fn eat<T>(_: T) {}
fn make() -> D {
    D("new")
}

fn two_returns(c: bool, x: D) {
    if c {
        eat(x);
        return;
    }
}

fn all_variants_taken(o: Option<D>) {
    match o {
        Some(d) => eat(d),
        None => {}
    }
}

fn let_else(o: Option<D>) -> Option<D> {
    let Some(d) = o else { return None };
    Some(d)
}

fn partly_moved(p: P) {
    eat(p.a);
}

fn dropped_on_the_other_way(c: bool, x: D) {
    if c {
        eat(x);
    } else {
        drop(x);
    }
}

fn refilled(c: bool, mut x: D) {
    if c {
        eat(x);
        x = make();
    }
}

fn moved_in_a_loop_and_left(c: bool, x: D) {
    loop {
        if c {
            eat(x);
            return;
        }
        break;
    }
}

fn nothing_to_drop(c: bool, x: &'static str) {
    if c {
        eat(x);
    }
}

fn a_rejected_function_is_not_judged_for_its_drops(c: bool, x: D) {
    if c {
        eat(x);
    }
    eat(x); //~ ERROR E0382
}

// A borrow of a constant leaves nothing to drop, whichever way was taken.
fn borrowed_constants(c: bool) -> usize {
    let r: &Option<String> = if c { &None } else { return 1 };
    let s: &Option<String> = match r {
        Some(_) => r,
        None => &None,
    };
    r.iter().count() + s.iter().count()
}
