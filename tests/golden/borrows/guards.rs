//@ lien: --borrowck nll
// A guard changes nothing of what is matched on (E0510); arms may.
#![allow(unused, dead_code)]
fn set(x: &mut i32) -> bool { true }
fn assigned(mut x: Option<i32>) {
    match x {
        None => {}
        Some(_) if { x = None; false } => {} //~ ERROR E0510
        Some(_) => {}
    }
}
fn borrowed(mut x: i32) {
    match x {
        1 => {}
        _ if set(&mut x) => {} //~ ERROR E0510
        _ => {}
    }
}
fn part(mut x: (Option<i32>, i32)) {
    match x {
        (None, _) => {}
        (Some(_), _) if { x.1 = 2; false } => {}
        (Some(_), _) if { x.0 = None; false } => {} //~ ERROR E0510
        _ => {}
    }
}
fn in_arm(mut x: Option<i32>) {
    match x {
        None => x = Some(1),
        Some(_) if true => { x = None; }
        Some(_) => {}
    }
}
fn through_reference(x: &mut Option<i32>) {
    match *x {
        None => {}
        Some(_) if { *x = None; false } => {} //~ ERROR E0510
        Some(_) => {}
    }
}
fn reference_itself<'a>(mut x: &'a Option<i32>, y: &'a Option<i32>) {
    match *x {
        None => {}
        Some(_) if { x = y; false } => {} //~ ERROR E0510
        Some(_) => {}
    }
}
fn binding(mut x: Option<i32>) {
    match x {
        Some(n) if { x = None; n > 1 } => {} //~ ERROR E0506
        _ => {}
    }
}
fn other(mut x: Option<i32>, mut y: i32) {
    match x {
        Some(n) if { y += n; y > 1 } => {}
        _ => {}
    }
}

fn main() {}
