//@ lien: --borrowck nll
// Parentheses belong to the expression that they hold: findings point at both.
#![allow(unused)]
struct Named(String);
impl Named {
    fn into_inner(self) -> String {
        self.0
    }
}

fn moved(x: String) {
    let y = (x);
    let z = (x); //~ ERROR E0382
}

fn receiver(p: Named) {
    let y = p;
    let z = (p).into_inner(); //~ ERROR E0382
}

fn uninitialised() {
    let b: Box<Named>;
    let s = (*b).into_inner(); //~ ERROR E0381
}

fn element(v: Vec<Named>) {
    let a = (v[0]); //~ ERROR E0507
    let b = ((v[0])).into_inner(); //~ ERROR E0507
}

fn scrutinee(v: Named) {
    match (v) {
        Named(s) => {}
    }
    match (v) {
        Named(s) => {} //~ ERROR E0382
    }
}
