// Only `loop` and labelled blocks have a value to break with.
fn f() {
    let x = while true {
        break 3; //~ ERROR E0571
    };
    for i in 0..3 {
        break i; //~ ERROR E0571
    }
}
fn main() {}
