// A function pointer that binds lifetimes may be used as one that binds as many or fewer, and never as one that binds more.
type Same = for<'a> fn(&'a u8, &'a u8) -> &'a u8;
type First = for<'a, 'b> fn(&'a u8, &'b u8) -> &'a u8;

fn identity(x: &u8) -> &u8 {
    x
}
fn forever(x: &'static u8) -> &'static u8 {
    x
}
fn same<'a>(x: &'a u8, y: &'a u8) -> &'a u8 {
    if *x > *y { x } else { y }
}

fn items() {
    let any: fn(&u8) -> &u8 = identity;
    let one: fn(&'static u8) -> &'static u8 = identity;
    let only: fn(&u8) -> &u8 = forever; //~ ERROR E0308
    let merged: Same = same;
    let apart: First = same; //~ ERROR E0308
}
fn fewer(f: First) -> Same {
    f
}
fn more(f: Same) -> First {
    f //~ ERROR E0308
}
fn chosen<'x>(f: for<'a> fn(&'a u8) -> &'a u8) -> fn(&'x u8) -> &'x u8 {
    f
}
fn for_any<'x>(f: fn(&'x u8)) -> for<'a> fn(&'a u8) {
    f //~ ERROR E0308
}
// What comes out must then live as long as anyone may ask.
fn shorter(f: fn(&u8) -> &'static u8) -> fn(&u8) -> &u8 {
    f
}
fn longer<'x>(f: fn(&u8) -> &'x u8) -> fn(&u8) -> &u8 {
    f //~ ERROR lifetime
}
// Parameters of parameters turn round twice.
fn handed_on(f: fn(Same)) -> fn(First) {
    f
}
fn handed_back(f: fn(First)) -> fn(Same) {
    f //~ ERROR E0308
}

// Without lifetimes of its own, a type can still hold pointers that bind some.
fn inside(list: Vec<Same>) -> Vec<First> {
    list //~ ERROR E0308
}
fn inside_fewer(list: Vec<First>) -> Vec<Same> {
    list
}
fn behind(f: &mut First) -> &mut Same {
    f //~ ERROR E0308
}
fn in_tuple(f: Option<Same>) -> (Option<First>, u8) {
    (f, 1) //~ ERROR E0308
}
fn in_argument(list: Vec<Same>) {
    fn take(_: Vec<First>) {}
    take(list); //~ ERROR E0308
}
fn two(c: bool, f: Same, g: First) {
    let x = if c { f } else { g }; //~ ERROR E0308
}

// Judged where the pointer still binds nothing: what the signature implies has to hold.
fn implied<'a, 'b>(_: &'a &'b (), y: &'b u8) -> &'a u8 {
    y
}
fn stretched<'a, 'b>(x: &'a u8) -> &'b u8 {
    static UNIT: &'static &'static () = &&();
    let f: fn(&'static &'static (), &'a u8) -> &'b u8 = implied; //~ ERROR lifetime
    f(UNIT, x)
}
