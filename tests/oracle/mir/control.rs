// Branches, loops, jumps; the scopes of temporaries in conditions, tails and statements.
pub struct D(u8);
impl Drop for D { fn drop(&mut self) {} }
impl D { fn get(&self) -> u8 { self.0 } fn set(&mut self, _: u8) {} fn own(self) -> u8 { 1 } fn opt(&self) -> Option<u8> { None } }
pub fn mk() -> D { D(1) }
pub fn eat(_: D) {}
pub fn yes(_: &D) -> bool { true }
pub fn forever() -> ! { loop {} }
pub enum Void {}
pub fn void() -> Void { loop {} }
pub struct Pair { a: D, b: D }

pub fn if_temps(b: bool) -> u8 { if yes(&mk()) { 1 } else if b { 2 } else { mk().get() } }
pub fn if_moves(d: D, b: bool) { if b { eat(d) } else { let _e = d; } }
pub fn if_no_else(d: D, b: bool) { if b { eat(d) } }
pub fn if_chain(a: u8) -> u8 { if a == 0 { 1 } else if a == 1 { 2 } else if a == 2 { let _d = mk(); 3 } else { 4 } }
pub fn if_let_temps() -> u8 { if let Some(n) = mk().opt() { n } else { mk().get() } }
pub fn if_let_binding(o: Option<D>) { if let Some(d) = o { eat(d) } else { eat(mk()) } }
pub fn if_let_ref(o: Option<D>) -> u8 { if let Some(ref d) = o { d.get() } else { 0 } }
pub fn let_chain(o: Option<D>, p: Option<D>, b: bool) { if b && let Some(d) = o && d.get() == 1 && let Some(e) = p { eat(d); eat(e) } else { eat(mk()) } }
pub fn let_chain_temps() -> u8 { if let Some(a) = mk().opt() && yes(&mk()) && let Some(b) = mk().opt() { a + b } else { 0 } }
pub fn and_value(b: bool) -> bool { let x = b && yes(&mk()); x || yes(&mk()) && b }
pub fn or_condition(a: bool, b: bool) -> u8 { if a || yes(&mk()) || b { 1 } else { 2 } }
pub fn mixed_condition(a: bool, b: bool, c: bool) -> u8 { if (a || b && c) && !(a && (b || c)) { 1 } else { 2 } }
pub fn not_condition(a: bool) -> u8 { if !a && !yes(&mk()) { 1 } else { 2 } }
pub fn block_condition(a: bool) -> u8 { if { let d = mk(); yes(&d) } && a { 1 } else { 2 } }
pub fn return_in_condition(a: bool, d: D) -> u8 { if a || { return 3 } { 1 } else { 2 } }
pub fn while_loop(mut n: u8) { while n > 0 { let _d = mk(); n -= 1; } }
pub fn while_temps() { while yes(&mk()) { eat(mk()) } }
pub fn while_let(mut o: Option<D>) { while let Some(d) = o { if yes(&d) { o = Some(d); continue } o = None; if yes(&mk()) { break } } }
pub fn while_chain(o: &[D]) { let mut i = 0; while i < 3 && let Some(n) = o[i].opt() { i += 1; if n == 2 { break } } }
pub fn loop_value(d: D) -> D { loop { let e = mk(); if yes(&e) { break e } } }
pub fn loop_drops(d: D) -> u8 { let x = loop { let a = mk(); let b = mk(); if yes(&a) { continue } if yes(&b) { break 1 } if yes(&d) { return 2 } }; x }
pub fn loop_forever(d: D) -> ! { loop { let _e = mk(); } }
pub fn labels(d: D) -> u8 { 'outer: loop { let a = mk(); loop { let b = mk(); if yes(&a) { break 'outer } if yes(&b) { continue 'outer } if yes(&d) { break } } eat(a) } 3 }
pub fn block_label(d: D) -> u8 { let x = 'b: { let e = mk(); if yes(&e) { break 'b 1 } if yes(&d) { break 'b 2 } 3 }; x }
pub fn block_label_unit(d: D) { 'b: { let _e = mk(); if yes(&d) { break 'b } eat(d) } }
pub fn returns(d: D, b: bool) -> u8 { let e = mk(); if b { return e.get() } let f = mk(); if yes(&f) { eat(d); return 2 } if yes(&e) { return 3 } 4 }
pub fn return_unit(d: D) { if yes(&d) { return } eat(d) }
pub fn return_block() -> u8 { return { let d = mk(); d.get() }; }
pub fn diverging(b: bool) -> u8 { if b { forever() } else { 1 } }
pub fn diverging_operand(d: D) { let e = mk(); eat(forever()); eat(d) }
pub fn diverging_let() { let _x: u8 = forever(); }
pub fn uninhabited(d: D) { void(); eat(d) }
pub fn dead_code(d: D) -> u8 { return 1; let e = d; eat(e); 2 }
pub fn dead_after_loop(d: D) { loop {} ; eat(d) }
pub fn statement_temps() { mk().get(); yes(&mk()); mk(); let _ = mk(); let _x = mk().get(); _ = mk(); }
pub fn tail_temps() -> u8 { let _d = mk(); mk().get() }
pub fn tail_block_temps() -> u8 { let x = { let _d = mk(); mk().get() }; x + { mk().get() } }
pub fn tail_match() -> u8 { match mk().opt() { Some(n) => n, None => mk().get() } }
pub fn argument_temps(b: bool, d: D) -> bool { yes(if b { &d } else { return false }) }
pub fn extended() -> u8 { let r = &mk(); let s = (&mk(), 1); let t = [&mk()]; let u = Some(&mk()); let v = Pair { a: mk(), b: mk() }; let w = &v.a; r.0 + s.1 + w.0 }
pub fn extended_blocks(b: bool) -> u8 { let r = if b { &mk() } else { let _e = mk(); &D(4) }; let s = { let _f = mk(); &mk() }; r.0 + s.0 }
pub fn extended_parts() -> u8 { let r = &Pair { a: mk(), b: mk() }.a; let s = &(mk(), mk()).1.0; let t = &mut [mk(), mk()][1]; r.0 + *s + t.0 }
pub fn extended_match(b: bool) -> u8 { let r = match b { true => &mk(), false => { let _e = mk(); &D(4) } }; r.0 }
pub fn extended_pattern() -> u8 { let ref r = mk(); let (ref s, _) = (mk(), mk()); let Pair { ref a, .. } = Pair { a: mk(), b: mk() }; r.0 + s.0 + a.0 }
pub fn extended_not() -> u8 { let n = (&mk()).get(); let m = yes(&mk()); n + m as u8 }
pub fn extended_cast() -> u8 { let r = &mk() as &D; r.0 }
pub fn extended_else() -> u8 { let Some(r) = &mk().opt() else { eat(mk()); return 1 }; *r }
pub fn let_else(o: Option<D>) -> u8 { let Some(d) = o else { return 1 }; d.get() }
pub fn let_else_temps() -> u8 { let Some(n) = mk().opt() else { let _d = mk(); return 1 }; n }
pub fn let_else_diverges(o: Option<D>) -> D { loop { let e = mk(); let Some(d) = o else { eat(e); break } ; return d } mk() }
pub fn let_types() { let a: u8 = 1; let (b, c): (u8, D) = (2, mk()); let d: Option<D>; let Some(e): Option<D> = Some(mk()) else { return }; d = None; }
pub fn methods(mut d: D) -> u8 { d.set(d.get()); d.set(1); d.get() + d.own() }
pub fn method_reference(d: &mut D) -> u8 { d.set(2); d.get() }
pub fn method_chain() -> u8 { mk().own() + mk().get() }
pub fn underscore(d: D, _: D, (e, _): (D, D), Pair { a, .. }: Pair) { let _ = d; let (_, _) = (e, 1); }
pub fn parameters(a: D, b: D, c: &D) -> D { if yes(c) { return a } b }
pub fn mutable_parameter(mut a: D) -> D { a = mk(); a }
fn question(r: Option<(i32, D)>) -> Option<D> {
    let v = r?;
    Some(v.1)
}
