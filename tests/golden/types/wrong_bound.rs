//@ lien: --borrowck nll
// A bound that names no trait: nothing is said about what the parameter lacks.
fn show<T: Displayed>(t: T) { //~ ERROR E0405
    println!("{}", t);
}

fn main() {}
