//@ lien: --borrowck nll
// A condition that never yields a value: what stands behind it is not reached, and judged all the same.
#![allow(unused)]
fn empty_body() {
    'a: while break 'a {}
}

fn with_body(s: String) {
    'a: while break 'a {
        drop(s);
    }
    drop(s);
}

fn branches(s: String) -> u8 {
    if (return 1) { drop(s) } else { drop(s) }
    if { return 2 } && true { 3 } else { 4 }
}

fn scrutinee(s: String) {
    loop {
        match break { _ => drop(s) }
    }
}

fn operands(v: Vec<String>) -> u8 {
    let c = { drop(v); return 3 };
    drop(v);
    0
}

fn arguments(s: String) {
    drop((s, return));
    println!("{} {}", s, panic!());
}
