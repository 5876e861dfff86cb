// Borrows: where references are reborrowed and where they are copied, two-phase borrows, places through references and boxes, `ref` bindings, fake borrows
// of guards, types that the user wrote.
pub struct D(u8);
impl Drop for D { fn drop(&mut self) {} }
pub struct P { a: D, b: D, c: u8 }
pub struct S<'a> { r: &'a String, m: &'a mut Vec<u8> }
pub struct W<'a, T> { inner: &'a T }
pub enum Tree { Leaf(u8), Node(Box<Tree>, Box<Tree>) }
pub enum L { Nil, Cons(u8, Box<L>) }
pub fn mk_string() -> String { String::new() }
pub fn mk_p() -> P { loop {} }
pub fn cond() -> bool { true }
pub fn see(_: &String) -> usize { 1 }
pub fn seen(_: &str) -> usize { 1 }
pub fn both(_: &String, _: &String) {}
pub fn alter(_: &mut Vec<u8>) {}
pub fn alter_two(_: &mut Vec<u8>, _: usize) {}
pub fn same<T>(_: T, _: T) {}
pub fn give<T>(t: T) -> T { t }
pub fn first<'a>(a: &'a String, _: &String) -> &'a String { a }

// Shared references.
pub fn id(x: &String) -> &String { x }
pub fn pick<'a>(x: &'a String, y: &'a String, c: bool) -> &'a String { if c { return y; } x }
pub fn pick_if<'a>(x: &'a String, y: &'a String, c: bool) -> &'a String { if c { x } else { y } }
pub fn pick_match<'a>(x: &'a String, y: &'a String, c: u8) -> &'a String { match c { 0 => x, _ => y } }
pub fn outlives<'a, 'b: 'a>(x: &'b String) -> &'a String { x }
pub fn of_field<'a>(s: S<'a>) -> &'a String { s.r }
pub fn of_reference<'a>(s: &S<'a>) -> &'a String { s.r }
pub fn wrap<'a>(x: &'a String, m: &'a mut Vec<u8>) -> S<'a> { S { r: x, m } }
pub fn some<'a>(x: &'a String) -> Option<&'a String> { Some(x) }
pub fn pair<'a>(x: &'a String) -> (&'a String, Option<&'a String>) { (x, Some(x)) }
pub fn arguments(x: &String) -> usize { both(x, x); see(x) + seen(x) + x.len() + seen("abc") }
pub fn lets(x: &String) -> usize { let y: &String = x; let z = x; let w: &str = x; y.len() + z.len() + w.len() }
pub fn generic(x: &String, y: &String) { same(x, y); give(x); let _: &String = give(x); }
pub fn arrays(x: &String, y: &String) -> usize { let a = [x, y]; let b: [&String; 2] = [x, y]; a.len() + b.len() }
pub fn branches(x: &String, y: &String, c: bool) -> usize { let a: &String = if c { x } else { y }; let b = if c { x } else { y }; a.len() + b.len() }
pub fn assigned(x: &String, y: &String) -> usize { let mut a: &String = x; a = y; a.len() }
pub fn calls(x: &String, y: &String) -> usize { first(first(x, y), &mk_string()).len() }
pub fn temporary() -> usize { let x: &String = &mk_string(); let y = &mk_string(); see(x) + see(y) + see(&mk_string()) }
pub fn text() -> &'static str { "abc" }
pub fn shorter<'a>() -> &'a str { "abc" }
pub const NAME: &str = "name";
pub static NAMES: [&str; 2] = ["a", NAME];
pub fn constant() -> &'static str { NAME }
pub fn constant_argument() -> usize { seen(NAME) + seen(NAMES[0]) }

// Mutable references and two-phase borrows.
pub fn reborrow(v: &mut Vec<u8>) { alter(v); alter(v); let w = &mut *v; alter(w); let u: &mut Vec<u8> = v; alter(u); }
pub fn two_phase(v: &mut Vec<usize>) { v.push(v.len()); v.push(v[0]); }
pub fn two_phase_local(mut v: Vec<usize>) { v.push(v.len()); let n = v.len(); v[n - 1] += 1; v.push(n) }
pub fn two_phase_field(p: &mut (Vec<usize>, u8)) { p.0.push(p.0.len()); p.0.truncate(p.1 as usize) }
pub fn two_phase_argument(mut v: Vec<u8>) { let r = &mut v; alter_two(r, r.len()); alter_two(r, 1) }
pub fn moved<'a>(v: &'a mut Vec<u8>) -> &'a mut Vec<u8> { let w = v; w }
pub fn returned<'a>(v: &'a mut Vec<u8>, c: bool) -> &'a mut Vec<u8> { if c { return v; } v }
pub fn branch_mut<'a>(v: &'a mut Vec<u8>, w: &'a mut Vec<u8>, c: bool) { let r = if c { v } else { w }; alter(r); }
pub fn part(p: &mut P) -> (&mut D, &mut D) { (&mut p.a, &mut p.b) }
pub fn weaken(v: &mut Vec<u8>) -> usize { let w: &Vec<u8> = v; w.len() }
pub fn nested(v: &mut &mut Vec<u8>) { alter(v); v.push(1); alter(*v); (**v).clear() }
pub fn option(o: &mut Option<Vec<u8>>) { if let Some(v) = o { v.push(1) } match o { Some(v) => alter(v), None => *o = None } }
pub fn through_struct(s: &mut S) { s.m.push(1); alter(s.m); see(s.r); s.m.push(s.r.len() as u8) }
pub fn swap(a: &mut u8, b: &mut u8) { let t = *a; *a = *b; *b = t; std::mem::swap(a, b) }
pub fn add(a: &mut u8, v: &mut [u8]) { *a += 1; v[0] += *a; v[1] = v[0]; }
pub fn slices(v: &mut [u8]) -> &mut [u8] { let (a, b) = v.split_at_mut(1); a[0] = b[0]; &mut v[..] }
pub fn arrays_mut(mut v: [u8; 4]) -> u8 { let s: &mut [u8] = &mut v; s[0] = 1; let t = &v[1..]; t[0] }

// Methods.
impl P {
    pub fn by_value(self) -> D { self.a }
    pub fn by_ref(&self) -> u8 { self.c }
    pub fn by_mut(&mut self) -> &mut Self { self.c += 1; self }
    pub fn chain(&mut self) -> u8 { self.by_mut().by_mut().by_ref() }
    pub fn d(&self) -> &D { &self.a }
    pub fn d_mut(&mut self) -> &mut D { &mut self.a }
}
impl<'a> S<'a> {
    pub fn get(&self) -> &'a String { self.r }
    pub fn short(&self) -> &String { self.r }
    pub fn vec(&mut self) -> &mut Vec<u8> { self.m }
    pub fn into(self) -> &'a mut Vec<u8> { self.m }
}
impl<'a, T> W<'a, T> { pub fn new(inner: &'a T) -> Self { W { inner } } pub fn get_inner(&self) -> &'a T { self.inner } }
pub fn methods(mut p: P, q: &P, r: &mut P) { p.by_ref(); q.by_ref(); r.by_ref(); p.by_mut(); r.by_mut(); (&p).by_ref(); (&mut p).by_mut(); p.by_value(); }
pub fn autoref(p: &&P, q: &&mut P, b: &Box<P>) -> u8 { p.by_ref() + q.by_ref() + b.by_ref() }
pub fn autoref_mut(q: &mut &mut P, mut b: Box<P>, c: &mut Box<P>) { q.by_mut(); b.by_mut(); c.by_mut().by_mut(); }
pub fn temporaries() -> u8 { mk_p().by_ref() + mk_p().by_mut().by_ref() + mk_p().d().0 }

// Boxes and references to references.
pub fn boxes(b: &Box<String>) -> &String { b }
pub fn boxes_str(b: &Box<String>) -> &str { b }
pub fn box_mut(b: &mut Box<Vec<u8>>) { alter(b); b.push(1); **b = Vec::new(); }
pub fn box_own(mut b: Box<Vec<u8>>) -> Vec<u8> { b.push(1); let r = &mut *b; r.push(2); *b }
pub fn deep(x: &&&String) -> usize { see(x) + x.len() + (***x).len() }
pub fn deref_copy(x: &&u8) -> u8 { **x }

// Patterns.
pub fn ref_binding(p: P) -> u8 { let ref a = p.a; let P { ref b, c, .. } = p; a.0 + b.0 + c }
pub fn ref_mut_binding(mut p: P) { let ref mut a = p.a; a.0 = 1; let P { ref mut b, .. } = p; b.0 = 2; }
pub fn default_modes(p: &P, q: &mut P) -> u8 { let P { a, c, .. } = p; let P { b, .. } = q; b.0 = 1; a.0 + *c }
pub fn tuples(x: &(String, u8), y: &mut (String, u8)) -> usize { let (a, n) = x; let (b, m) = y; *m = *n; b.clear(); a.len() }
pub fn depth(t: &Tree) -> u8 { match t { Tree::Leaf(n) => *n, Tree::Node(l, r) => depth(l) + depth(r) } }
pub fn last(mut l: &mut L) -> &mut L { while let L::Cons(_, next) = l { l = next; } l }
pub fn guard(o: Option<String>) -> usize { match o { Some(s) if s.len() > 1 => s.len(), Some(ref s) if cond() => s.len(), Some(_) => 1, None => 0 } }
pub fn guard_ref(o: &Option<String>) -> usize { match o { Some(s) if see(s) > 1 => s.len(), _ => 0 } }
pub fn guard_mut(o: &mut Option<u8>) -> u8 { match o { Some(n) if *n > 1 => { *n = 0; 1 } Some(n) => *n, None => 2 } }
pub fn guard_deref(o: &&Option<u8>, c: u8) -> u8 { match **o { Some(n) if n == c => 1, Some(2) if cond() => 2, _ => 3 } }
pub fn guard_box(b: Box<Option<u8>>) -> u8 { match *b { Some(n) if cond() => n, Some(_) => 1, None => 2 } }
pub fn guard_tuple(p: &(u8, Option<u8>)) -> u8 { match p { (1, Some(n)) if cond() => *n, (_, None) if cond() => 2, _ => 3 } }
pub fn slice_patterns(v: &[String]) -> usize { match v { [a, .., b] => a.len() + b.len(), [a] => a.len(), [] => 0 } }
pub fn slice_mut(v: &mut [u8]) { if let [a, rest @ ..] = v { *a = 1; rest[0] = 2; } }
pub fn at_binding(o: &Option<u8>) -> usize { match o { x @ Some(_) => if x.is_some() { 1 } else { 2 }, None => 0 } }

// Indices.
pub fn index_vec(v: &Vec<String>, i: usize) -> &String { &v[i] }
pub fn index_range(v: &Vec<u8>) -> &[u8] { &v[1..3] }
pub fn index_mut(v: &mut Vec<String>, i: usize) { v[i].push('a'); v[i] = mk_string(); let r = &mut v[i]; r.clear() }
pub fn index_nested(v: &mut Vec<Vec<u8>>, i: usize) -> u8 { v[i][0] = 1; v[i].push(2); v[0][v[1].len()] }
pub fn index_slice(v: &[String]) -> usize { v[0].len() + v[v.len() - 1].len() }

// Loops.
pub fn iterate(v: &Vec<String>) -> usize { let mut n = 0; for s in v { n += see(s); } for s in v.iter() { n += s.len(); } n }
pub fn iterate_mut(v: &mut Vec<u8>) { for x in v.iter_mut() { *x += 1; } for x in v { *x = 2; } }
pub fn rotate<'a>(a: &'a String, b: &'a String) -> &'a String { let mut x = a; let mut y = b; while cond() { let t = x; x = y; y = t; } x }

// Types that the user wrote.
pub fn annotated<'a>(x: &'a String) -> usize { let y: &'a String = x; let z: Option<&'a String> = Some(y); let w: &'static str = "a"; let n = None::<&'a String>; y.len() + w.len() + z.is_some() as usize + n.is_some() as usize }
pub fn turbofish<'a>(x: &'a String) -> &'a String { let _ = W::<'a, String>::new(x); give::<&'a String>(x) }
pub fn cast<'a>(x: &'a String) -> usize { (x as &String).len() }
pub fn compare(x: &String, y: &String, s: &str) -> bool { x == y || *x == *y || x < y || s == "a" || *s == **x }
pub fn operators(x: &u8, y: &u8) -> u8 { x + y + *x * 2 + (x - 1) }
pub fn concatenate(s: String, x: &String) -> String { let mut t = s + x; t += x; t += "a"; t + &x[..] }

// Temporaries of constants: extended ones live for ever, others die with the value.
pub const fn number() -> u8 { 1 }
pub const fn look(p: &u8) -> u8 { *p }
pub const fn keep(p: &u8) -> &u8 { p }
pub static SEEN: u8 = look(&number()) + 1;
pub static KEPT: &u8 = &number();
pub static BOTH: (u8, &u8) = (look(&2), &3);
pub const DEEP: &(u8, &u8) = &(look(&number()), &number());
pub const BLOCK: &u8 = { let n = 1; let r = &number(); let _s = look(r) + n; &number() };
