// A label has to enclose the jump, and functions and closures end its reach.
fn missing() {
    loop {
        break 'outer; //~ ERROR E0426
    }
}
fn main() {}
