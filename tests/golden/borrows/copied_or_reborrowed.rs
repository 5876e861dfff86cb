//@ lien: --borrowck nll
// Where a shared reference of the very type that is wanted is copied (E0503 while it is borrowed), and where it is reborrowed (E0502): the elements of tuples and
// arrays that are written where a type is known have a type that is known, too; arguments and fields have lifetimes of their own.
#![allow(unused, dead_code)]
struct V<'a> { s: &'a String, n: i32 }
struct N { name: &'static String }
fn len(m: &mut &String) -> i32 { m.len() as i32 }
fn number(m: &mut V<'_>) -> i32 { m.n }
fn forever(s: &'static String) {}
fn any(s: &String) {}
fn tuple<'a>(mut r: V<'a>) -> (&'a String, i32) {
    let m = &mut r.s;
    return (r.s, len(m)); //~ ERROR E0503
}
fn tail<'a>(mut r: V<'a>) -> (&'a String, i32) {
    let m = &mut r.s;
    (r.s, len(m)) //~ ERROR E0503
}
fn other_lifetime<'a, 'b: 'a>(mut r: V<'b>) -> (&'a String, i32) {
    let m = &mut r.s;
    (r.s, len(m)) //~ ERROR E0502
}
fn nested<'a>(mut r: V<'a>, c: bool) -> ((i32, [&'a String; 1]), i32) {
    let m = &mut r.s;
    if c {
        ((1, [r.s]), len(m)) //~ ERROR E0503
    } else {
        match r.n {
            1 => return ((2, [r.s]), len(m)), //~ ERROR E0503
            _ => {}
        }
        'l: {
            break 'l ((3, [r.s; 1]), len(m)); //~ ERROR E0503
        }
    }
}
fn array<'a, 'b: 'a>(mut r: V<'a>, mut q: V<'b>) -> [&'a String; 3] {
    let m = &mut r.s;
    let n = &mut q.s;
    return [
        r.s, //~ ERROR E0503
        q.s, //~ ERROR E0502
        if len(m) > len(n) { &TEXT } else { &TEXT },
    ];
}
static TEXT: String = String::new();
fn in_a_struct<'a>(mut r: V<'a>) -> (V<'a>, i32) {
    let m = &mut r.s;
    return (V { s: r.s, n: 1 }, len(m)); //~ ERROR E0502
}
fn in_a_variant<'a>(mut r: V<'a>) -> (Option<&'a String>, i32) {
    let m = &mut r.s;
    return (Some(r.s), len(m)); //~ ERROR E0502
}
fn written_with_names<'a>(mut r: V<'a>) {
    let m = &mut r.s;
    let a: &'a String = r.s; //~ ERROR E0503
    let b: (&'a String, &String) = (
        r.s, //~ ERROR E0503
        r.s, //~ ERROR E0502
    );
    let c: &[&'a String] = &[
        r.s, //~ ERROR E0503
        r.s, //~ ERROR E0503
    ];
    len(m);
}
fn written_without<'a>(mut r: V<'a>) {
    let m = &mut r.s;
    let a: &String = r.s; //~ ERROR E0502
    let b: (&String, i32) = (r.s, 1); //~ ERROR E0502
    let c = [
        r.s, //~ ERROR E0503
        r.s, //~ ERROR E0502
    ];
    let d: &String = loop {
        break r.s; //~ ERROR E0502
    };
    len(m);
}
fn a_variable_has_the_type_that_is_written<'a>(r: V<'a>) -> &'a String {
    let mut x: &'a String = r.s;
    let mut y: &String = r.s;
    let m = (&mut x, &mut y);
    let a: &'a String = x; //~ ERROR E0503
    let b: &'a String = y; //~ ERROR E0502
    len(m.0);
    a
}
fn assigned<'a>(mut r: V<'a>, mut t: (&'a String, i32), u: &mut [&'a String; 2]) {
    let mut v = (r.s, 1);
    let m = &mut r.s;
    t = (r.s, 2); //~ ERROR E0503
    *u = [t.0, r.s]; //~ ERROR E0503
    v = (r.s, 3); //~ ERROR E0502
    len(m);
}
fn for_all_time(mut s: &'static String) -> N {
    let m = &mut s;
    forever(s); //~ ERROR E0503
    any(s); //~ ERROR E0502
    let n = N { name: s }; //~ ERROR E0503
    len(m);
    n
}
impl<'a> V<'a> {
    fn again(mut s: &'a String) -> i32 {
        let m = &mut s;
        let a = Self { s, n: 1 }; //~ ERROR E0503
        let b = V { s, n: 1 }; //~ ERROR E0502
        let c = V::<'a> { s, n: 1 }; //~ ERROR E0503
        let d = V::<'_> { s, n: 1 }; //~ ERROR E0502
        len(m)
    }
}
fn part_of_a_parameter<'a>((mut x, mut b): (&'a String, Box<V<'a>>)) -> (&'a String, &'a String) {
    let m = &mut x;
    let k = &mut b.s;
    let r = (
        x, //~ ERROR E0503
        b.s, //~ ERROR E0503
    );
    let m: (&'a String, &'a String) = if len(m) > len(k) {
        return (
            x,
            b.s,
        );
    } else { r };
    m
}
fn take<T>(t: T) {}
struct Stack<T>(Vec<T>);
impl<T> Stack<T> {
    fn push(&mut self, t: T) {}
    fn has(&self, t: T) {}
    fn with<U>(&mut self, t: T, u: U) {}
}
fn generic_arguments<'a>(mut s: &'static String, mut r: V<'a>, n: i32) {
    let m = &mut s;
    let k = &mut r.s;
    take::<&'static String>(s); //~ ERROR E0503
    take::<&'static String>(match n { //~ ERROR E0521
        0 => r.s, //~ ERROR E0502
        _ => s, //~ ERROR E0503
    });
    take::<&'a String>(r.s); //~ ERROR E0503
    take::<&String>(r.s); //~ ERROR E0502
    take(r.s); //~ ERROR E0503
    len(m);
    len(k);
}
fn receivers<'a>(v: &mut Stack<&'a String>, mut w: Stack<&'a String>, mut r: V<'a>) {
    let k = &mut r.s;
    v.push(r.s); //~ ERROR E0503
    w.push(r.s); //~ ERROR E0503
    v.has(r.s); //~ ERROR E0502
    v.with(r.s, r.s); //~ ERROR E0503
//~| ERROR E0503
    v.with::<&String>(r.s, r.s); //~ ERROR E0503
//~| ERROR E0502
    let mut x = Stack(vec![]);
    x.push(r.s); //~ ERROR E0503
    x.push(r.s); //~ ERROR E0502
    let mut y: Stack<&'a String> = Stack(vec![]);
    y.push(r.s); //~ ERROR E0503
    len(k);
}
fn behind_mutable_references<'a>(o: &mut V<'a>) -> (&'a String, i32) {
    let p = &mut *o;
    let k = &mut p.s;
    (p.s, len(k)) //~ ERROR E0503
}
fn behind_shared_references<'a>(o: &V<'a>) -> (&'a String, i32) {
    let mut p = &*o;
    let k = &mut p;
    (p.s, number_of(k)) //~ ERROR E0502
}
fn number_of(k: &mut &V<'_>) -> i32 { k.n }
