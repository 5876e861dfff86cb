// Evaluation order, operands, temporaries, checks of arithmetic and of indices.
pub struct D(u8);
impl Drop for D { fn drop(&mut self) {} }
pub fn mk() -> D { D(1) }
pub fn eat(_: D) {}
pub fn two(_: D, _: D) {}
pub fn three(_: D, _: u8, _: D) -> bool { true }
pub fn num(_: &mut u8) -> u8 { 1 }
pub struct P { a: D, b: D, c: u8 }
pub struct G<T> { inner: T, more: T }
pub enum E { X(D), Y { p: D, q: u8 }, Z }
#[derive(Clone, Copy)]
pub enum Field { One = 1, Two = 2 }
#[derive(Clone, Copy)]
pub struct Copied { x: u8, y: u8 }
pub static LIMIT: u8 = 3;
pub const TABLE: [u8; 3] = [1, 2, 3];

pub fn arithmetic(a: i32, b: i32, c: u8) -> i32 { let d = a + b * 2 - 1; let e = -d; let f = !e; (f << 3) ^ (b >> c) & e | 1 }
pub fn unsigned(a: u32, b: u32) -> u32 { (a / b) % 7 + a * b }
pub fn signed(a: i64, b: i64) -> i64 { a / b + a % b }
pub fn floats(a: f64, b: f64) -> bool { a * b + 1.0 < -a / 2.0 }
pub fn compare(a: u8, b: u8) -> bool { a == b || a < b && a != 3 || !(a >= b) }
pub fn compound(mut a: i32, b: [i32; 3]) -> i32 { a += b[1]; a -= 2; a *= a; a <<= 1; a /= 3; a }
pub fn compound_place(v: &mut [u8], i: usize) { v[i] += 1; v[i + 1] = v[i]; }
pub fn nested_index(v: &[[u8; 4]; 2], i: usize, j: usize) -> u8 { v[i][j] }
pub fn nested_slices<'a>(v: &'a [&'a [u8]], i: usize) -> u8 { v[i][i] }
pub fn nested_mut(v: &mut [[u8; 2]], i: usize) { v[i][0] = v[i][1]; }
pub fn index_expression(v: &[u8]) -> u8 { v[{ let i = 1; i } + 1] }
pub fn operands(d: D) -> bool { three(d, 1, mk()) }
pub fn operand_return(d: D, b: bool) { two(d, if b { return } else { mk() }) }
pub fn operand_break(d: D) { loop { two(mk(), break) } eat(d) }
pub fn tuple(d: D, b: bool) -> (D, D) { (d, if b { return (mk(), mk()) } else { mk() }) }
pub fn array(d: D) -> [D; 2] { [d, mk()] }
pub fn repeat(c: u8) -> [u8; 4] { [c + 1; 4] }
pub fn repeat_nothing() { let _x = [mk(); 0]; }
pub fn repeat_moved(d: D) { let _x = [d; 1]; }
pub fn structs(d: D) -> P { P { c: 2, b: d, a: mk() } }
pub fn update(p: P) -> P { P { b: mk(), ..p } }
pub fn update_call() -> P { P { c: 3, ..structs(mk()) } }
pub fn update_copy(x: Copied) -> Copied { Copied { x: 1, ..x } }
pub fn generic<T>(g: G<T>) -> T { g.inner }
pub fn generic_copy<T: Copy>(g: G<T>) -> (T, T) { (g.inner, g.more) }
pub fn variants(b: bool) -> E { if b { E::X(mk()) } else if !b { E::Y { q: 1, p: mk() } } else { E::Z } }
pub fn function_value() -> E { let make = E::X; make(mk()) }
pub fn constant(i: usize) -> u8 { TABLE[i] + TABLE[0] }
pub fn statics() -> u8 { LIMIT + 1 }
pub fn static_ref() -> &'static u8 { &LIMIT }
pub fn cast(a: i32, f: Field) -> u64 { a as u8 as u64 + f as u64 + 'x' as u64 + true as u64 }
pub fn unsize(a: &[u8; 3]) -> &[u8] { a }
pub fn function_pointer(b: bool) -> fn(D) { if b { eat } else { eat } }
pub fn call_pointer(f: fn(D), d: D) { f(d) }
pub fn boxes(b: Box<D>) -> D { *b }
pub fn box_field(b: Box<P>) -> D { let a = b.a; eat(b.b); a }
pub fn box_new() { let b = Box::new(mk()); eat(*b) }
pub fn mutable(mut a: u8) -> u8 { let r = &mut a; *r = 2; num(r) + num(&mut a) }
pub fn shared(p: &P) -> u8 { p.c + p.a.0 }
pub fn through<'a>(p: &'a mut P) -> &'a mut D { p.c = 1; &mut p.a }
pub fn assign(mut d: D, mut p: P) { d = mk(); p.a = d; p = P { a: mk(), b: mk(), c: 0 }; }
pub fn assign_ref(p: &mut P) { p.a = mk(); *p = P { a: mk(), b: mk(), c: 0 }; }
pub fn assign_generic<T>(slot: &mut T, value: T) { *slot = value; }
pub fn assign_box(mut b: Box<D>) { *b = mk(); b = Box::new(mk()); }
pub fn assign_value() { let x = (); let mut y; y = x; y = (); }
pub fn assign_late(b: bool) -> D { let d; if b { d = mk(); } else { d = D(2); } d }
pub fn destructure(mut a: u8, mut b: u8, p: (u8, u8)) -> u8 { (a, b) = (b, a); (a, _) = p; [b, ..] = [1, 2, 3]; a + b }
pub fn swap_structs(mut x: D, mut y: D) { (x, y) = (y, x); }
pub fn blocks() -> u8 { let x = { let d = mk(); d.0 }; { mk(); } x + { 2 } }
pub fn unit_values() { let a = mk(); let b = (); b }
pub fn shadow(d: D) { let d = (d, 1); let d = d.0; }
