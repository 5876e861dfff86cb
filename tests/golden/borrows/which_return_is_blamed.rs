//@ lien: --borrowck nll
// Returned references are merged in order: the first is coerced to the result's type, a later one that has the type of those before it is copied,
// others are reborrowed. Which of them is blamed follows from it, and from the order in which the blocks of the graph are made.
#![allow(unused, dead_code)]
struct View<'a> { s: &'a String, n: i32 }
struct Guard<'a> { m: &'a mut String, n: i32 }
impl Drop for Guard<'_> { fn drop(&mut self) {} }
impl Guard<'_> { fn text(&self) -> &String { self.m } }
impl View<'_> { fn own(&self) -> &String { self.s } }
struct P { a: String, b: String }
impl P {
    fn left_mut(&mut self) -> &mut String { &mut self.a }
    fn me(&mut self) -> &mut P { self }
}
enum E { A(String), B { s: String }, N }
fn cond() -> bool { true }
fn keep(s: &'static String) {}
fn first_field_of_a_pair<'a, 'b>(d: (&'b String, &'b String), v: Vec<String>) -> &'a String {
    for c in v.iter() {
        return d.1;
    }
    return d.0; //~ ERROR lifetime
}
fn static_gives_way(x: &View<'_>) -> &'static String {
    if x.n == 1 {
        return x.s;
    } else {
        return x.s; //~ ERROR lifetime
    }
}
fn arms<'a>(c: &'a P, e: E) -> &'static P {
    match e {
        E::A(ref a) => {
            return c;
        }
        E::B { s: ref x } => {
            return c; //~ ERROR lifetime
        }
        _ => {
            return &*Box::new(P { a: String::new(), b: String::new() }); //~ ERROR E0515
        }
    }
}
fn moved_later<'a>(v: &mut Vec<String>, a: &mut String, e: Option<String>) -> &'static mut String {
    match &e {
        Some(b) if v.is_empty() => {
            return a;
        }
        None => {
            return a; //~ ERROR lifetime
        }
        _ => {}
    }
    a
}
fn methods<'a, 'b>(e: (&'a mut P, i32), x: E) -> &'static mut String {
    match x {
        E::A(ref d) => {}
        E::B { s: ref z } => {
            return { cond(); e.0.me().left_mut() };
        }
        _ => {
            return &mut e.0.b; //~ ERROR lifetime
        }
    }
    &mut e.0.a
}
fn whole_block<'a>(v: View<'a>, p: &'a P) -> &'a String {
    if v.n == 0 {
        let d = String::new();
        return &d; //~ ERROR E0515
    }
    if v.n == 2 {
        let d = [v.own(), &p.b];
        return d[1]; //~ ERROR E0515
    }
    let mut c = String::new();
    let e = Guard { m: &mut c, n: 0 };
    if v.n > 1 { //~ ERROR E0515
//~| ERROR E0515
        e.text()
    } else {
        v.s
    }
}
fn inner_block<'a>(d: i32, v: &'a P, e: P) -> &'a P {
    if d == 1 {
        return &*v;
    }
    if d == 2 {
        return &*v;
    }
    { //~ ERROR E0515
        cond();
        &e
    }
}
fn written_type_is_a_step_longer<'a>(c: &'a &'a String, g: &'a String) {
    if cond() {
        let _: &'static String = *c;
    }
    keep(g); //~ ERROR E0521
}
fn assigned<'a>(a: &mut P) {
    let mut c = Guard { m: &mut a.b, n: 0 };
    c.m = match None::<&mut String> {
        Some(q) => q,
        None => c.m, //~ ERROR E0509
    };
}
impl P {
    fn twice(&mut self) {
        swap(
            &mut self, //~ ERROR E0596
            &mut self, //~ ERROR E0596
//~| ERROR E0499
        );
    }
    fn by_value(self) { //~ ERROR E0596
        swap(
            &mut &mut self,
            &mut &mut self, //~ ERROR E0499
        );
    }
}
fn swap<'a>(x: &mut &'a mut P, y: &mut &'a mut P) {}
fn bound_by_reference(o: &mut Option<P>) {
    if let Some(x) = o {
        swap(
            &mut x, //~ ERROR E0596
            &mut x, //~ ERROR E0499
//~| ERROR E0596
        );
    }
}
fn let_else<'a>(z: &'a mut String, d: Option<&mut String>) -> Option<&'a mut String> {
    let Some(x) = None::<&mut P> else { return d };
    d //~ ERROR E0621
}
fn otherwise_after_a_test<'a>(z: &'a mut String, mut d: Option<&mut String>) -> Option<&'a mut String> {
    let Some(x) = None::<&mut P> else { return d };
    d //~ ERROR E0621
}
fn otherwise_after_another_way_out<'a>(z: &'a mut String, mut d: Option<&mut String>, mut e: Option<u8>) -> Option<&'a mut String> {
    e?;
    let Some(x) = None::<&mut P> else { return d }; //~ ERROR E0621
    d
}
fn otherwise_after_a_loop<'a>(z: &'a mut String, d: &mut String) -> &'a mut String {
    while cond() {}
    let Some(x) = None::<&mut P> else { return d }; //~ ERROR E0621
    d
}
fn otherwise_after_a_branch<'a>(z: &'a mut String, d: &mut String) -> &'a mut String {
    if cond() {
        let Some(x) = None::<&mut P> else { return d }; //~ ERROR E0621
    }
    d
}
fn otherwise_twice<'a>(z: &'a mut String, d: &mut String) -> &'a mut String {
    let Some(x) = None::<&mut P> else { return d }; //~ ERROR E0621
    let Some(y) = None::<&mut P> else { return d };
    d
}
fn an_arm_after_a_way_out<'a>(z: &'a mut String, d: &'a mut String, mut e: Option<&mut String>) -> Option<&'a mut String> {
    Some(d)?;
    match cond() {
        true if cond() => return e,
        _ => {}
    }
    e //~ ERROR E0621
}
