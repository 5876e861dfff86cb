//@ lien: --borrowck nll
// Many borrows of borrows: the regions behind a temporary's outermost reference are those of what it borrows, and are blamed as if they were its own.
fn show<T>(_: &T) {}

fn ok() {
    let x = 1;
    let y = &&&&&&&&&&&&x;
    show(***********y);
}

fn innermost_ends() {
    let y;
    {
        let x = 1;
        y = &&&&&&&&&&&&x; //~ ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
        show(y);
    }
}

fn innermost_ends_used() {
    let r;
    {
        let x = 1;
        let y = &&&&&&&&&&&&x; //~ ERROR E0597
        r = ***********y;
    }
    show(r);
}

fn outer_temporary_ends() {
    let r = &1;
    let s: &&&&&&&&&&&i32;
    {
        let t = &&&&&&&&&&&&r; //~ ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
        s = *t;
    }
    show(s);
}

fn assigned_while_borrowed() {
    let mut x = 1;
    let y = &&&&&&&&&&&&x;
    x = 2; //~ ERROR E0506
    show(y);
}

fn assigned_after() {
    let mut x = 1;
    show(&&&&&&&&&&&&x);
    x = 2;
    show(&x);
}

fn copied_out() {
    let mut x = 1;
    let mut z = 2;
    let a = &x;
    let y = *&&&&&&&&&&&&a; //~ ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
//~| ERROR E0716
    z += 1;
    x = 2; //~ ERROR E0506
    show(y);
    show(&z);
}

fn returned<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 {
    let z = &&&&&&&&&&&&y;
    show(x);
    ************z //~ ERROR lifetime
}

fn returned_well<'a>(x: &'a i32) -> &'a i32 {
    let z = &&&&&&&&&&&&x;
    ************z
}

fn main() {
    ok();
    innermost_ends();
    innermost_ends_used();
    outer_temporary_ends();
    assigned_while_borrowed();
    assigned_after();
    copied_out();
    returned(&1, &2);
    returned_well(&1);
}
