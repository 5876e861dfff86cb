// L0100 at each kind of exit. Expected from rustc's drop elaboration: each of these drops is conditional there (tests/oracle/drops.py).
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {}
}
struct P {
    a: D,
    b: D,
}
enum E {
    A(D),
    B(D, D),
    C,
}
fn eat<T>(_: T) {}
fn make() -> D {
    D("new")
}
fn go() -> Option<i32> {
    None
}

fn end_of_function(c: bool, x: D) {
    if c {
        eat(x);
    }
} //~ ERROR ambiguous_drop

fn end_of_block(c: bool) {
    {
        let x = make();
        if c {
            eat(x);
        }
    } //~ ERROR ambiguous_drop
    go();
}

fn at_a_return(c: bool, n: i32, x: D) -> i32 {
    if c {
        eat(x);
    }
    if n > 1 {
        return 1; //~ ERROR ambiguous_drop
    }
    2
} //~ ERROR ambiguous_drop

fn at_a_question(c: bool, x: D) -> Option<i32> {
    if c {
        eat(x);
    }
    let n = go()?; //~ ERROR ambiguous_drop
    loop {}
    Some(n)
}

fn at_a_break_and_a_continue(c: bool, n: i32) {
    loop {
        let x = make();
        if c {
            eat(x);
        }
        if n > 1 {
            break; //~ ERROR ambiguous_drop
        }
        continue; //~ ERROR ambiguous_drop
    }
}

fn in_front_of_an_assignment(c: bool, mut x: D) {
    if c {
        eat(x);
    }
    x = make(); //~ ERROR ambiguous_drop
}

fn both_branches_of_a_tail(c: bool, x: D, y: D) -> D {
    if c { x } else { y }
}
//~^ ERROR ambiguous_drop
//~| ERROR ambiguous_drop

fn fields(c: bool, p: P) {
    if c {
        eat(p.a);
    } else {
        eat(p.b);
    }
}
//~^ ERROR ambiguous_drop
//~| ERROR ambiguous_drop

fn content_of_a_box(c: bool, b: Box<D>) {
    if c {
        eat(*b);
    }
} //~ ERROR ambiguous_drop

fn never_initialised(c: bool) {
    let x;
    if c {
        x = make();
    }
} //~ ERROR ambiguous_drop

fn refilled_on_one_way(c: bool, mut x: D) {
    eat(x);
    if c {
        x = make();
    }
} //~ ERROR ambiguous_drop

fn condition_is_not_evaluated(x: D) {
    if false {
        eat(x);
    }
} //~ ERROR ambiguous_drop

fn one_arm(e: E, x: D) {
    match e {
        E::A(_) => eat(x),
        E::B(_, _) => {}
        E::C => {}
    }
} //~ ERROR ambiguous_drop

fn rest_of_a_variant(c: bool, e: E) {
    match e {
        E::B(first, _) if c => eat(first),
        _ => {}
    }
} //~ ERROR ambiguous_drop

fn short_circuit(c: bool, x: D) -> bool {
    c && taken(x)
} //~ ERROR ambiguous_drop
fn taken(_: D) -> bool {
    true
}

fn loop_that_may_not_run(n: i32, x: D) {
    while n > 1 {
        eat(x);
        break;
    }
} //~ ERROR ambiguous_drop
