// Patterns name structs, variants and constants: a function or a static is neither.
static LIMIT: i32 = 3;
fn function(n: i32) -> i32 {
    n
}
fn shadow(n: i32) {
    match n {
        LIMIT => {} //~ ERROR E0530
        _ => {}
    }
}
fn call(n: i32) {
    match n {
        function(1) => {} //~ ERROR E0532
        _ => {}
    }
}
fn unknown(n: i32) {
    match n {
        Unknown(1) => {} //~ ERROR E0531
        _ => {}
    }
}
fn unknown_fields(n: i32) {
    match n {
        Unknown { a: 1 } => {} //~ ERROR E0422
        _ => {}
    }
}
fn main() {}
