// Matches: tests, bindings, guards, or-patterns, slices, and what each arm moves.
pub struct D(u8);
impl Drop for D { fn drop(&mut self) {} }
pub fn mk() -> D { D(1) }
pub fn eat(_: D) {}
pub fn yes(_: &D) -> bool { true }
pub enum E { A(D, D), B { x: D, y: D }, C, N(u8) }
pub enum One { Only(D, u8) }
pub enum Deep { L(Option<D>), R(Result<D, u8>) }
pub struct S { a: D, b: (u8, D), c: u8 }
pub const FIVE: u8 = 5;

pub fn enums(e: E) { match e { E::A(x, _) => eat(x), E::B { y, .. } => eat(y), E::C => {} E::N(_) => {} } }
pub fn wildcard(e: E) -> u8 { match e { E::N(n) => n, _ => 0 } }
pub fn nothing(e: E) { match e { _ => {} } }
pub fn bind_all(e: E) -> E { match e { x => x } }
pub fn single(o: One) -> u8 { match o { One::Only(d, n) => { eat(d); n } } }
pub fn deep(d: Deep) { match d { Deep::L(Some(x)) => eat(x), Deep::R(Ok(x)) => eat(x), Deep::L(None) => {} Deep::R(Err(_)) => {} } }
pub fn deep_order(d: Deep) -> u8 { match d { Deep::R(Err(1)) => 1, Deep::L(None) => 2, Deep::R(Err(n)) => n, Deep::L(Some(_)) | Deep::R(Ok(_)) => 3 } }
pub fn tuples(p: (bool, bool, Option<D>)) -> u8 { match p { (true, _, Some(d)) => { eat(d); 1 } (false, false, _) => 2, (_, true, None) => 3, (true, false, None) => 4, (false, true, Some(ref d)) => d.0 } }
pub fn integers(n: u8) -> u8 { match n { 0 => 1, 1 | 2 => 2, 3..=9 => 3, 7 => 9, 10.. => 4 } }
pub fn many_ranges(n: i32) -> u8 { match n { i32::MIN..=-1 => 0, 0 => 1, 5 => 2, 1..=10 => 3, 5..=20 => 4, 15 => 5, _ => 6 } }
pub fn chars(c: char) -> u8 { match c { 'a'..='z' => 1, 'Z' => 2, '0'..='9' | '_' => 3, _ => 4 } }
pub fn constants(n: u8, b: bool) -> u8 { match (n, b) { (4, true) => 1, (4, false) => 2, (6, _) => 3, _ => 4 } }
pub fn booleans(a: bool, b: bool) -> u8 { match (a, b) { (true, true) => 1, (true, false) => 2, (false, x) => x as u8 } }
pub fn strings(s: &str) -> u8 { match s { "a" => 1, "bc" | "d" => 2, _ => 3 } }
pub fn string_tuple(s: &str, t: &str) -> u8 { match (s, t) { ("a", "b") => 1, ("a", _) => 2, (_, "b") => 3, _ => 4 } }
pub fn floats(x: f64) -> u8 { match x { 1.0 => 1, 2.0..=3.0 => 2, _ => 3 } }
pub fn bytes(s: &[u8]) -> u8 { match s { b"ab" => 1, [1, 2] => 2, _ => 3 } }
pub fn references(e: &E) -> u8 { match e { E::A(x, y) => x.0 + y.0, E::N(n) => *n, _ => 0 } }
pub fn mutable_references(e: &mut E) { match e { E::N(n) => *n = 1, E::A(x, _) => x.0 = 2, _ => {} } }
pub fn explicit_reference(p: &(u8, u8)) -> u8 { let &(a, b) = p; match p { &(1, x) => x, (y, _) => *y + a + b } }
pub fn by_reference(mut e: E) -> u8 { match e { E::A(ref x, ref mut y) => { y.0 = 1; x.0 } _ => 0 } }
pub fn partial(s: S) -> u8 { let S { a, b: (n, _), .. } = s; eat(a); n }
pub fn partial_twice(s: S) { let S { a, .. } = s; let (_, d) = s.b; }
pub fn at_copy(p: (u8, u8)) -> u8 { let q @ (a, _) = p; a + q.1 }
pub fn at_whole(o: Option<D>) { match o { x @ Some(_) => { let _y = x; } None => {} } }
pub fn at_range(n: u8) -> u8 { match n { x @ 1..=5 => x, x @ (7 | 9) => x + 1, _ => 0 } }
pub fn guards(o: Option<D>, b: bool) { match o { Some(d) if b => eat(d), Some(ref d) if d.0 == 1 => {} Some(d) => eat(d), None => {} } }
pub fn guard_last(n: u8, b: bool) -> u8 { match n { 1 if b => 1, _ if !b => 2, _ => 3 } }
pub fn guard_moves_other(o: Option<D>, e: D) { match o { Some(d) if { eat(e); true } => eat(d), _ => {} } }
pub fn guard_temps(o: Option<D>) { match o { Some(d) if yes(&mk()) && yes(&d) => eat(d), _ => {} } }
pub fn guard_mutable(mut o: Option<u8>) -> u8 { match o { Some(ref mut n) if *n == 1 => { *n = 2; *n } Some(n) if n == 3 => n, _ => 0 } }
pub fn guard_let(o: Option<D>, p: Option<u8>) -> u8 { match o { Some(d) if let Some(n) = p && n == d.0 => { eat(d); n } _ => 0 } }
pub fn guard_or(e: E) { match e { E::A(x, y) | E::B { x: y, y: x } if x.0 == 1 => { eat(x); eat(y) } _ => {} } }
pub fn guard_reference(e: &E) -> u8 { match e { E::A(x, _) if x.0 == 1 => 1, E::N(n) if *n == 2 => 2, _ => 3 } }
pub fn guard_return(o: Option<D>, e: D) -> u8 { match o { Some(d) if { if yes(&d) { return 1 } true } => d.0, _ => 2 } }
pub fn or_bindings(e: E) { match e { E::A(x, y) | E::B { x: y, y: x } => { eat(x); eat(y) } E::C | E::N(_) => {} } }
pub fn or_nested(p: (Option<u8>, Option<u8>)) -> u8 { match p { (Some(1 | 2), Some(3 | 4)) => 1, (Some(_) | None, Some(5)) if let Some(n) = p.0 => n, _ => 3 } }
pub fn or_product(p: (u8, u8)) -> u8 { match p { (1 | 2, 3 | 4) => 1, (5, 6 | 7) | (6 | 7, 5) => 2, _ => 3 } }
pub fn or_product_bindings(p: (Result<u8, u8>, Result<u8, u8>)) -> u8 { match p { (Ok(a) | Err(a), Ok(b) | Err(b)) => a + b } }
pub fn or_let(r: Result<D, D>) -> D { let (Ok(d) | Err(d)) = r; d }
pub fn or_wild(o: Option<u8>) -> u8 { match o { Some(1 | _) => 1, None => 2 } }
pub fn slices(s: &[D]) -> u8 { match s { [] => 0, [x] => x.0, [x, .., y] => x.0 + y.0 } }
pub fn slice_rest(s: &[u8]) -> usize { match s { [1, rest @ ..] => rest[0] as usize, [.., 2, _] => 1, [_, _, ..] => 2, _ => 3 } }
pub fn slice_exact(s: &[u8]) -> u8 { match s { [a, b] => a + b, [a, b, c] => a + b + c, [1, ..] => 1, [..] => 2 } }
pub fn arrays(a: [D; 3]) { let [x, _, y] = a; eat(x); eat(y) }
pub fn array_rest(a: [D; 4]) { let [first, rest @ .., last] = a; eat(first); eat(last) }
pub fn array_match(a: [u8; 3]) -> u8 { match a { [1, _, x] => x, [_, 2, ..] => 2, [.., 3] => 3, _ => 4 } }
pub fn array_reference(a: &mut [D; 2]) -> &mut D { let [x, _] = a; x }
pub fn empty(v: std::convert::Infallible) -> u8 { match v {} }
pub fn empty_variant(r: Result<D, std::convert::Infallible>) -> D { let Ok(d) = r; d }
pub fn match_place(s: &S) -> u8 { match s.b.0 { 1 => 1, n => n } }
pub fn match_temporary() -> u8 { match mk() { D(1) => 1, d => d.0 } }
pub fn match_call(f: fn() -> Option<D>) { match f() { Some(d) => eat(d), None => eat(mk()) } }
pub fn match_box(b: Box<Option<D>>) { match *b { Some(d) => eat(d), None => {} } }
pub fn match_arms_drop(o: Option<D>) -> u8 { match o { Some(d) => { let e = mk(); d.0 + e.0 } None => mk().0 } }
pub fn match_jumps(o: Option<D>) -> u8 { loop { match o { Some(d) => break d.0, None => { let _e = mk(); return 1 } } } }
pub fn full_range(n: u8) -> u8 { match n { 0..=255 => 1 } }
pub fn units(u: (), t: ((), u8)) -> u8 { let () = u; let ((), n) = t; match () { () => n } }
