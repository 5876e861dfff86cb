// `continue` goes on with a loop, not with a block.
fn f() {
    'a: {
        continue 'a; //~ ERROR E0696
    }
}
fn main() {}
