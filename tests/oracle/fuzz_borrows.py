#!/usr/bin/env python3
"""fuzz_borrows.py LIEN --seed S [--files N] [--fns K] [--keep DIR] [--list] [--minimise N]      compare with rustc
fuzz_borrows.py --print --seed S [--fns K]                                                     print one file
fuzz_borrows.py --seed S --files N                                                             only rustc: the profile of what is generated

Random well-typed functions rich in borrows, in the core language: reborrow chains, structs and enums with lifetimes (one with a destructor), `&mut` fields,
Option, Vec, slices and boxes of references, loops around borrows, guards, early returns, `?`, signatures that tie lifetimes, two-phase borrows, temporaries.
Each is judged by rustc and by Lien; the findings (code, line, column) must be the same function by function. A careful function forgets the references that
an access ends, so most of these are accepted; the others do as they like. Exit status 1 on any disagreement; 77 without rustc."""
import random, re, sys
from fuzz_common import *

PRELUDE = """\
#![allow(unused, dead_code)]
#[derive(Clone, Debug)]
pub struct P { a: String, b: String, n: i32 }
#[derive(Debug)]
pub struct D { s: String, n: i32 }
impl Drop for D { fn drop(&mut self) {} }
#[derive(Debug)]
pub enum E { A(String), B(i32), C { s: String, n: i32 }, N }
#[derive(Debug)]
pub struct List { v: i32, next: Option<Box<List>> }
#[derive(Clone, Copy, Debug)]
pub struct View<'a> { s: &'a String, n: i32 }
#[derive(Debug)]
pub struct Cur<'a> { p: &'a mut P, n: i32 }
#[derive(Debug)]
pub struct Guard<'a> { m: &'a mut String, n: i32 }
impl<'a> Drop for Guard<'a> { fn drop(&mut self) {} }
#[derive(Debug)]
pub enum Sum<'a> { R(&'a String), W(&'a mut String), N }
#[derive(Debug)]
pub struct Slot<'a, 'b> { r: &'a mut &'b String, n: i32 }
#[derive(Debug)]
pub struct Two<'a, 'b> { x: &'a String, y: &'b mut String }
static TEXT: String = String::new();
fn mk_s() -> String { String::new() }
fn mk_p() -> P { P { a: String::new(), b: String::new(), n: 1 } }
fn mk_d() -> D { D { s: String::new(), n: 2 } }
fn mk_e() -> E { E::N }
fn mk_l() -> List { List { v: 1, next: None } }
fn cond() -> bool { true }
fn num() -> i32 { 3 }
fn at() -> usize { 0 }
fn take<T>(_t: T) {}
fn see<T: ?Sized>(_t: &T) {}
fn poke<T: ?Sized>(_t: &mut T) {}
fn pass<T>(t: T) -> T { t }
fn two<T, U>(_t: T, _u: U) {}
fn same<T>(_t: T, _u: T) {}
fn pick<T>(t: T, _u: T) -> T { t }
fn die() -> ! { loop {} }
fn longest<'a>(x: &'a String, y: &'a String) -> &'a String { if cond() { x } else { y } }
fn first<'a, 'b>(x: &'a String, y: &'b String) -> &'a String { x }
fn tied<'a, 'b: 'a>(x: &'a String, y: &'b String) -> &'a String { if cond() { x } else { y } }
fn tied_where<'a, 'b>(x: &'a mut String, y: &'b mut String) -> &'a mut String where 'b: 'a { if cond() { x } else { y } }
fn name(p: &P) -> &String { &p.a }
fn name_mut(p: &mut P) -> &mut String { &mut p.a }
fn freeze(p: &mut P) -> &String { &p.b }
fn keep(s: &'static String) {}
fn keep_int(s: &'static i32) {}
fn put<'a>(v: &mut Vec<&'a String>, s: &'a String) { v.push(s); }
fn store<'a>(slot: &mut &'a String, s: &'a String) { *slot = s; }
fn lock<'a>(x: &'a mut &'a String) -> &'a String { *x }
fn lock_cur<'a>(x: &'a mut Cur<'a>) -> &'a mut P { &mut *x.p }
fn trade<'a>(x: &mut &'a mut P, y: &mut &'a mut P) { std::mem::swap(x, y); }
fn find(p: &P, i: i32) -> Option<&String> { if i > 0 { Some(&p.a) } else { None } }
fn find_mut(p: &mut P, i: i32) -> Option<&mut String> { if i > 0 { Some(&mut p.a) } else { None } }
fn try_mut(p: &mut P) -> Result<&mut String, i32> { if p.n > 0 { Ok(&mut p.b) } else { Err(p.n) } }
fn tail(l: &mut List) -> Option<&mut List> { match &mut l.next { Some(b) => Some(&mut **b), None => None } }
fn text(s: &str) -> &str { s }
fn half<'a>(s: &'a [i32], t: &[i32]) -> &'a [i32] { s }
fn part(s: &mut [i32]) -> &mut [i32] { s }
impl P {
    fn size(&self) -> i32 { self.n }
    fn grow(&mut self) { self.n += 1; }
    fn add(&mut self, k: i32) -> i32 { self.n += k; self.n }
    fn me(&mut self) -> &mut P { self }
    fn left(&self) -> &String { &self.a }
    fn left_mut(&mut self) -> &mut String { &mut self.a }
    fn right<'a>(&self, other: &'a String) -> &'a String { other }
    fn find(&self, i: i32) -> Option<&String> { find(self, i) }
    fn find_mut(&mut self, i: i32) -> Option<&mut String> { find_mut(self, i) }
    fn both(&mut self) -> (&mut String, &mut String) { (&mut self.a, &mut self.b) }
    fn into_a(self) -> String { self.a }
}
impl E { fn peek(&self) -> bool { true } fn poke(&mut self) {} fn text(&self) -> Option<&String> { match self { E::A(s) => Some(s), E::C { s, .. } => Some(s), _ => None } } }
impl List {
    fn step(&mut self) -> Option<&mut List> { match self.next { Some(ref mut b) => Some(&mut **b), None => None } }
    fn value(&mut self) -> &mut i32 { &mut self.v }
}
impl<'a> View<'a> {
    fn new(s: &'a String) -> View<'a> { View { s, n: 0 } }
    fn get(&self) -> &'a String { self.s }
    fn own(&self) -> &String { self.s }
    fn set(&mut self, s: &'a String) { self.s = s; }
}
impl<'a> Cur<'a> {
    fn new(p: &'a mut P) -> Cur<'a> { Cur { p, n: 0 } }
    fn again(&mut self) -> Cur<'_> { Cur { p: &mut *self.p, n: self.n } }
    fn peek(&self) -> &P { &*self.p }
    fn inner(&mut self) -> &mut P { &mut *self.p }
    fn done(self) -> &'a mut P { self.p }
}
impl<'a> Guard<'a> { fn new(m: &'a mut String) -> Guard<'a> { Guard { m, n: 0 } } fn text(&self) -> &String { &*self.m } fn text_mut(&mut self) -> &mut String { &mut *self.m } }
impl<'a> Sum<'a> { fn get(&self) -> Option<&String> { match self { Sum::R(s) => Some(*s), Sum::W(s) => Some(&**s), Sum::N => None } } }
"""

COPY = {"i32", "usize", "bool"}
FIELDS = {"P": [("a", "String"), ("b", "String"), ("n", "i32")], "D": [("s", "String"), ("n", "i32")], "List": [("v", "i32"), ("next", "Option<Box<List>>")],
          "View": [("s", "&String"), ("n", "i32")], "Cur": [("p", "&mut P"), ("n", "i32")], "Guard": [("m", "&mut String"), ("n", "i32")],
          "Slot": [("r", "&mut &String"), ("n", "i32")], "Two": [("x", "&String"), ("y", "&mut String")], "(String, String)": [("0", "String"), ("1", "String")],
          "(&String, &String)": [("0", "&String"), ("1", "&String")], "(&mut String, &mut String)": [("0", "&mut String"), ("1", "&mut String")],
          "(P, D)": [("0", "P"), ("1", "D")], "(&mut P, i32)": [("0", "&mut P"), ("1", "i32")]}
ARRAYS = {"[String; 2]": "String", "[i32; 3]": "i32", "[P; 2]": "P", "[&String; 2]": "&String", "[i32]": "i32", "[String]": "String"}
WITH_DROP = {"D", "P_D"}
OWNED = {"i32": 5, "String": 8, "P": 8, "D": 2, "E": 3, "List": 3, "Vec<String>": 4, "Vec<i32>": 3, "Vec<P>": 1, "Option<String>": 3, "Option<P>": 2, "Box<P>": 2, "Box<String>": 2,
         "(String, String)": 3, "(P, D)": 1, "[String; 2]": 2, "[i32; 3]": 2, "[P; 2]": 1}
BORROWING = {"&String": 9, "&mut String": 9, "&P": 4, "&mut P": 8, "&i32": 2, "&mut i32": 4, "&str": 3, "&[i32]": 2, "&mut [i32]": 2, "&[String]": 2, "&mut [String]": 1, "&Vec<String>": 2,
             "&mut Vec<String>": 3, "&mut Vec<i32>": 2, "&E": 1, "&mut E": 2, "&mut List": 3, "&List": 1, "&mut (String, String)": 1, "&mut D": 1, "&mut Option<String>": 2,
             "Option<&String>": 3, "Option<&mut String>": 3, "Option<&mut P>": 2, "Option<&mut List>": 1, "Vec<&String>": 3, "Vec<&mut String>": 2, "View": 4, "Cur": 4, "Guard": 4,
             "Sum": 3, "Slot": 1, "Two": 2, "(&String, &String)": 2, "(&mut String, &mut String)": 2, "(&mut P, i32)": 1, "[&String; 2]": 1, "&&String": 1, "&mut &String": 2,
             "&mut &mut P": 1, "&View": 1, "&mut View": 2, "&mut Cur": 2, "&mut Vec<&String>": 3, "Box<&String>": 1, "Option<View>": 1}
RETURNS = {"()": 26, "i32": 5, "String": 3, "&String": 12, "&mut String": 10, "&P": 2, "&mut P": 5, "&str": 3, "&mut [i32]": 2, "Option<&String>": 5, "Option<&mut String>": 5,
           "Result<&mut String, i32>": 3, "View": 4, "Cur": 3, "(&String, &String)": 2, "&mut List": 2, "Vec<&String>": 2, "Option<&mut List>": 2, "&mut i32": 2, "Sum": 2, "Option<i32>": 2, "Guard": 1}
FRESH = {"i32": ["1", "7", "num()"], "usize": ["0", "at()"], "bool": ["cond()"], "String": ["mk_s()", "String::new()", 'String::from("s")'], "P": ["mk_p()"], "D": ["mk_d()"],
         "E": ["mk_e()", "E::A(mk_s())", "E::N"], "List": ["mk_l()", "List { v: 2, next: Some(Box::new(mk_l())) }"], "Vec<String>": ["vec![mk_s(), mk_s()]", "Vec::<String>::new()"],
         "Vec<i32>": ["vec![1, 2, 3]", "Vec::<i32>::new()"], "Vec<P>": ["vec![mk_p()]"], "Option<String>": ["Some(mk_s())", "None::<String>"], "Option<P>": ["Some(mk_p())"],
         "Box<P>": ["Box::new(mk_p())"], "Box<String>": ["Box::new(mk_s())"], "(String, String)": ["(mk_s(), mk_s())"], "(P, D)": ["(mk_p(), mk_d())"],
         "[String; 2]": ["[mk_s(), mk_s()]"], "[i32; 3]": ["[1, 2, 3]"], "[P; 2]": ["[mk_p(), mk_p()]"], "Option<Box<List>>": ["None::<Box<List>>", "Some(Box::new(mk_l()))"],
         "Option<i32>": ["Some(4)", "None::<i32>"], "Vec<&String>": ["Vec::<&String>::new()"], "Vec<&mut String>": ["Vec::<&mut String>::new()"],
         "Option<&String>": ["None::<&String>"], "Option<&mut String>": ["None::<&mut String>"], "Option<&mut P>": ["None::<&mut P>"], "Option<&mut List>": ["None::<&mut List>"],
         "Sum": ["Sum::N"], "Option<View>": ["None::<View<'_>>"], "&str": ['"lit"'], "Result<&mut String, i32>": ["Err::<&mut String, i32>(1)"]}
# What makes a value of a type: `{T}` an expression of the type, `{.T:s}` a receiver borrowed shared, `{.T:m}` mutably, `{.T:v}` by value, `{=T:s}` a place.
CALLS = {
    "i32": ["{i32} + {i32}", "{.String:s}.len() as i32", "{.P:s}.size()", "{.P:m}.add({i32})", "{.Vec<String>:s}.len() as i32", "*{&i32}", "*{&mut i32}", "{.Vec<i32>:s}[at()]", "{.[i32]:s}[0]",
            "{.View:s}.get().len() as i32"],
    "String": ["{.P:v}.into_a()", "{.String:s}.clone()", "{.Option<String>:m}.take().unwrap()", "std::mem::take({&mut String})", "std::mem::replace({&mut String}, {String})",
               "{.Vec<String>:m}.pop().unwrap()", "{String} + {&str}"],
    "P": ["P { a: {String}, b: {String}, n: {i32} }", "{.P:s}.clone()", "P { a: {String}, ..{P} }"],
    "E": ["E::A({String})", "E::C { s: {String}, n: {i32} }"],
    "List": ["List { v: {i32}, next: {.Option<Box<List>>:m}.take() }"],
    "Option<String>": ["Some({String})", "{.Option<String>:m}.take()", "{.Vec<String>:m}.pop()"],
    "&String": ["&{=String:s}"] * 6 + ["&*{&mut String}", "longest({&String}, {&String})", "first({&String}, {&String})", "tied({&String}, {&String})", "name({&P})", "freeze({&mut P})", "{.P:s}.left()",
                "{.P:s}.right({&String})", "{.View:s}.get()", "{.View:s}.own()", "{.Guard:s}.text()", "{Option<&String>}.unwrap()", "*{&&String}", "*{&mut &String}", "lock({&mut &String})",
                "&{.Vec<String>:s}[at()]", "{.Vec<&String>:s}[at()]", "{.Vec<&String>:m}.pop().unwrap()", "{.[&String; 2]:s}[1]", "&{.[String]:s}[0]", "{.Vec<String>:s}.first().unwrap()",
                "{.Vec<String>:s}.get(at()).unwrap()", "match {Option<&String>} { Some(q) => q, None => {&String} }", "{.Option<String>:s}.as_ref().unwrap()", "*{Box<&String>}",
                "*{.Slot:m}.r"],
    "&mut String": ["&mut {=String:m}"] * 6 + ["&mut *{&mut String}", "name_mut({&mut P})", "{.P:m}.left_mut()", "{.P:m}.me().left_mut()", "tied_where({&mut String}, {&mut String})", "{.P:m}.both().0",
                    "{.Guard:m}.text_mut()", "{Option<&mut String>}.unwrap()", "&mut {.Vec<String>:m}[at()]", "{.Vec<String>:m}.last_mut().unwrap()", "{.Vec<&mut String>:m}.pop().unwrap()",
                    "&mut {.[String]:m}[0]", "{.Option<String>:m}.as_mut().unwrap()", "{.Option<String>:m}.get_or_insert({String})", "match {Option<&mut String>} { Some(q) => q, None => {&mut String} }",
                    "&mut *{.Two:m}.y"],
    "&P": ["&{=P:s}"] * 3 + ["&*{&mut P}", "{.Cur:s}.peek()", "&*{.Box<P>:s}", "&{.Vec<P>:s}[at()]"],
    "&mut P": ["&mut {=P:m}"] * 4 + ["&mut *{&mut P}", "{.P:m}.me()", "{.Cur:m}.inner()", "{.Cur:v}.done()", "lock_cur({&mut Cur})", "*{&mut &mut P}", "&mut **{&mut &mut P}", "{Option<&mut P>}.unwrap()",
               "&mut *{.Cur:m}.p", "&mut *{.Box<P>:m}", "{.Vec<P>:m}.last_mut().unwrap()", "&mut {.[P; 2]:m}[1]", "{.Option<P>:m}.as_mut().unwrap()"],
    "&i32": ["&{=i32:s}"] * 2 + ["&{.Vec<i32>:s}[at()]", "&*{&mut i32}", "&5"],
    "&mut i32": ["&mut {=i32:m}"] * 3 + ["&mut *{&mut i32}", "&mut {.Vec<i32>:m}[at()]", "{.List:m}.value()", "&mut {.[i32]:m}[1]"],
    "&str": ["{.String:s}.as_str()", "text({&str})", "&{.String:s}[..]", "text({&String})", "&{.P:s}.a[1..]"],
    "&[i32]": ["&{.Vec<i32>:s}[..]", "&{=[i32; 3]:s}[..]", "half({&[i32]}, {&[i32]})", "{.Vec<i32>:s}.as_slice()", "&*{&mut [i32]}", "&{.[i32]:s}[1..]"],
    "&mut [i32]": ["&mut {.Vec<i32>:m}[..]", "&mut {=[i32; 3]:m}[..]", "part({&mut [i32]})", "&mut *{&mut [i32]}", "{.[i32]:m}.split_at_mut(1).1"],
    "&[String]": ["&{.Vec<String>:s}[..]", "&{=[String; 2]:s}[..]", "{.Vec<String>:s}.as_slice()"],
    "&mut [String]": ["&mut {.Vec<String>:m}[..]", "&mut {=[String; 2]:m}[..]"],
    "&Vec<String>": ["&{=Vec<String>:s}"], "&mut Vec<String>": ["&mut {=Vec<String>:m}", "&mut *{&mut Vec<String>}"], "&mut Vec<i32>": ["&mut {=Vec<i32>:m}", "&mut *{&mut Vec<i32>}"],
    "&E": ["&{=E:s}"], "&mut E": ["&mut {=E:m}", "&mut *{&mut E}"], "&List": ["&{=List:s}", "&*{&mut List}"],
    "&mut List": ["&mut {=List:m}"] * 2 + ["&mut *{&mut List}", "{Option<&mut List>}.unwrap()", "match {.List:m}.step() { Some(q) => q, None => {&mut List} }"],
    "&mut (String, String)": ["&mut {=(String, String):m}"], "&mut D": ["&mut {=D:m}"], "&mut Option<String>": ["&mut {=Option<String>:m}"],
    "Option<&String>": ["Some({&String})"] * 2 + ["{.P:s}.find({i32})", "find({&P}, {i32})", "{.Option<String>:s}.as_ref()", "{.Vec<String>:s}.first()", "{.Vec<String>:s}.iter().next()", "{.E:s}.text()",
                        "{.Sum:s}.get()", "{.Vec<&String>:m}.pop()", "{.Vec<String>:s}.get(at())"],
    "Option<&mut String>": ["Some({&mut String})"] * 2 + ["{.P:m}.find_mut({i32})", "find_mut({&mut P}, {i32})", "{.Option<String>:m}.as_mut()", "{.Vec<String>:m}.last_mut()", "{.Vec<String>:m}.get_mut(at())",
                            "{.Option<&mut String>:m}.take()", "{.Vec<String>:m}.iter_mut().next()", "{.Vec<&mut String>:m}.pop()"],
    "Result<&mut String, i32>": ["try_mut({&mut P})", "Ok::<&mut String, i32>({&mut String})"],
    "Option<&mut P>": ["Some({&mut P})", "{.Option<P>:m}.as_mut()", "{.Vec<P>:m}.last_mut()"],
    "Option<&mut List>": ["Some({&mut List})", "{.List:m}.step()", "tail({&mut List})", "{.Option<Box<List>>:m}.as_deref_mut()"],
    "Vec<&String>": ["vec![{&String}]", "vec![{&String}, {&String}]"], "Vec<&mut String>": ["vec![{&mut String}]", "vec![{&mut String}, {&mut String}]"],
    "View": ["View { s: {&String}, n: {i32} }", "View::new({&String})", "View { n: {i32}, ..{View} }"],
    "Cur": ["Cur { p: {&mut P}, n: {i32} }", "Cur::new({&mut P})", "{.Cur:m}.again()"], "Guard": ["Guard { m: {&mut String}, n: 0 }", "Guard::new({&mut String})"],
    "Sum": ["Sum::R({&String})", "Sum::W({&mut String})"], "Slot": ["Slot { r: {&mut &String}, n: 1 }"], "Two": ["Two { x: {&String}, y: {&mut String} }"],
    "(&String, &String)": ["({&String}, {&String})"], "(&mut String, &mut String)": ["({&mut String}, {&mut String})", "{.P:m}.both()"], "(&mut P, i32)": ["({&mut P}, {i32})"],
    "[&String; 2]": ["[{&String}, {&String}]"], "&&String": ["&{=&String:s}"], "&mut &String": ["&mut {=&String:m}"], "&mut &mut P": ["&mut {=&mut P:m}"], "&View": ["&{=View:s}"],
    "&mut View": ["&mut {=View:m}"], "&mut Cur": ["&mut {=Cur:m}"], "&mut Vec<&String>": ["&mut {=Vec<&String>:m}"], "Box<&String>": ["Box::new({&String})"],
    "Option<View>": ["Some({View})"], "(String, String)": ["({String}, {String})"], "Vec<String>": ["vec![{String}]", "std::mem::take({&mut Vec<String>})"], "Box<P>": ["Box::new({P})"],
}
# Statements; the same holes, and `{+T}`: something into which a reference of what follows is stored.
STATEMENTS = [
    "see({&String});", "poke({&mut String});", "see({&P});", "poke({&mut P});", "take({String});", "take({P});", "{.String:m}.push('c');", "{.String:m}.clear();", "{.P:m}.grow();",
    "{.Vec<String>:m}.push({String});", "{.Vec<i32>:m}.push({i32});", "{.Vec<String>:m}.clear();", "{.Vec<i32>:m}.clear();", "{.E:m}.poke();", "same({&mut String}, {&mut String});",
    "two({&mut P}, {&String});", "two({&String}, {&mut P});", "std::mem::swap({&mut String}, {&mut String});", "std::mem::swap({&mut P}, {&mut P});", "*{&mut String} = {String};",
    "*{&mut i32} = {i32};", "*{&mut i32} += {i32};", "*{&mut P} = {P};", "{.String:m}.push_str({&str});", "println!(\"{}\", {=String:s});", "println!(\"{} {}\", {&String}, {&str});",
    "put({&mut Vec<&String>}, {&String});", "store({&mut &String}, {&String});", "trade({&mut &mut P}, {&mut &mut P});", "take({Cur});", "take({View});", "see({&[i32]});", "see({&[String]});",
    "take(({&String}, {&mut String}));", "take([{&String}, {&String}]);", "let _ = {=P:s};", "let _ = {=String:s};", "_ = {&mut String};", "if {.String:s}.len() > {.P:s}.size() as usize { {.P:m}.grow(); }",
    "{.P:m}.add({.P:s}.size());", "{=i32:m} += {i32};", "{=i32:m} = {i32};", "{=String:m} = {String};", "take({Option<&mut String>});", "take({Option<&String>});",
    "std::mem::swap({&mut i32}, {&mut i32});",
]
STATIC_STATEMENTS = ["keep({&String});", "keep({&String});", "keep({&String});", "keep_int({&i32});", "let _: &'static String = {&String};", "let _: &'static i32 = {&i32};", "take::<&'static String>({&String});"]


def lifetime_slots(ty):
    return re.findall(r"&|\bView\b|\bCur\b|\bGuard\b|\bSum\b|\bSlot\b|\bTwo\b", ty)


def with_lifetimes(ty, supply):
    """The type as written, each lifetime from `supply()` (empty: elided)."""
    def reference(match):
        lifetime = supply()
        return f"&{lifetime} " if lifetime else "&"

    def named(match):
        count = 2 if match.group(0) in ("Slot", "Two") else 1
        return f"{match.group(0)}<{', '.join(supply() or chr(39) + '_' for _ in range(count))}>"

    return re.sub(r"&|\b(?:View|Cur|Guard|Sum|Slot|Two)\b", lambda m: reference(m) if m.group(0) == "&" else named(m), ty)


class Place:
    def __init__(self, text, ty, writable, strong, root):
        self.text, self.ty, self.writable, self.strong, self.root = text, ty, writable, strong, root


def dereferenced(ty):
    if ty.startswith("&mut "):
        return ty[5:], "mut"
    if ty.startswith("&"):
        return ty[1:], "shared"
    if ty.startswith("Box<"):
        return ty[4:-1], "box"
    return None, None


def choose(rng, weights):
    return rng.choices(list(weights), list(weights.values()))[0]


class Fn(Writer):
    def __init__(self, rng, name):
        super().__init__(rng, name)
        self.careful = rng.random() < 0.68
        self.budget = rng.randint(3, 11) if self.careful else rng.randint(2, 8)
        self.acc = set()  # what the expression being written borrows: (variable, 's' or 'm', owned by the variable itself)
        self.lifetimes = set()
        self.marks = set()
        self.ret = choose(rng, RETURNS)
        self.params = []
        self.method = rng.random() < 0.12
        self.bounds = ""
        self.wilful = 0.04 if self.careful else 0.15

    # ---- variables and places
    def declare(self, ty, mut=None):
        v = Var(self.fresh(), ty, self.r.random() < 0.6 if mut is None else mut)
        v.roots, v.lifetimes, v.param = set(), set(), False
        self.scopes[-1].append(v)
        return v

    def places(self, ty):
        out = []

        def walk(text, t, writable, strong, root, depth):
            if t == ty:
                out.append(Place(text, t, writable, strong, root))
            if depth == 0:
                return
            inner, kind = dereferenced(t)
            if inner:
                deeper = writable if kind == "box" else kind == "mut" and self.reaches(text, root)
                walk(f"(*{text})" if kind == "box" else "*" + text, inner, deeper, strong and kind == "box", root, depth - 1)
            base = text
            if base.startswith("*"):
                base = base.lstrip("*") if self.r.random() < 0.7 and kind != "box" else f"({base})"
            for field, field_ty in FIELDS.get(t, []):
                walk(f"{base}.{field}", field_ty, writable, strong, root, depth - 1)
            if t in ARRAYS and t.startswith("[") and self.r.random() < 0.5:
                walk(f"{base}[{self.r.choice(['0', '1', 'at()'])}]", ARRAYS[t], writable, strong, root, depth - 1)

        for v in self.vars():
            walk(v.name, v.ty, v.mut, True, v, 3)
        return out

    def reaches(self, text, root):
        """Is a mutable reference found through no shared one? (Approximately: what matters is that careful functions seldom err.)"""
        return not root.ty.startswith("&") or root.ty.startswith("&mut ")

    def forget(self, root, mode):
        """A careful function uses no reference that an access to `root` ends."""
        if not self.careful:
            return
        for scope in self.scopes:
            for v in list(scope):
                if any(n == root.name and (m == "m" or mode != "s") for n, m, _ in v.roots):
                    if self.r.random() < self.wilful:
                        continue
                    scope.remove(v)
                    if v.ty == "Guard":
                        self.emit(f"drop({v.name});")

    def clash(self, root, mode):
        return any(n == root.name and (m == "m" or mode != "s") for n, m, _ in self.acc)

    def take_place(self, place, mode):
        """Borrows ('s', 'm'), copies ('c') or moves ('v') a place; false when a careful function would not."""
        root = place.root
        if self.careful:
            if mode == "m" and not place.writable:
                return False
            if self.clash(root, "s" if mode in "sc" else "m"):
                return False
            if mode == "v" and (not place.strong or "[" in place.text or self.loops or any(v.ty == "D" or v.ty == "Guard" for v in [root]) and "." in place.text):
                return False
        elif mode == "m" and not place.writable and self.r.random() < 0.75:
            return False
        elif mode == "v" and not place.strong and self.r.random() < 0.9:
            return False
        self.forget(root, "s" if mode in "sc" else mode)
        self.acc |= root.roots
        self.lifetimes |= root.lifetimes
        if mode in "sm" or (mode == "v" and not place.strong):
            self.acc.add((root.name, "m" if mode == "v" else mode, place.strong))
        if mode == "v" and self.careful:
            for scope in self.scopes:
                if root in scope:
                    scope.remove(root)
        return True

    def find_place(self, ty, mode):
        places = self.places(ty)
        self.r.shuffle(places)
        for place in places[:4]:
            if self.take_place(place, mode):
                return place
        return None

    def owner(self, ty, mode):
        """A fresh variable, to be borrowed from."""
        if ty in FRESH and not lifetime_slots(ty):
            value = self.r.choice(FRESH[ty])
            saved = None
        else:
            saved = self.acc, self.lifetimes
            self.acc, self.lifetimes = set(), set()
            value = self.expr(ty, 1)
        v = self.declare(ty, True)
        if saved is not None:
            v.roots, v.lifetimes = self.acc, self.lifetimes
            self.acc, self.lifetimes = saved
        self.emit(f"let mut {v.name} = {value};")
        place = Place(v.name, ty, True, True, v)
        self.take_place(place, mode)
        return place

    # ---- expressions
    def fill(self, template, depth):
        def hole(match):
            spec = match.group(1)
            if spec[0] in ".=":
                ty, mode = spec[1:].rsplit(":", 1)
                return self.receiver(ty, mode) if spec[0] == "." else self.plain(ty, mode, template[:match.start()].endswith(("&", "&mut ")))
            return self.expr(spec, depth - 1)
        return re.sub(r"\{([.=&A-Z(\[i][^{}\"]*|bool)\}", hole, template)

    def plain(self, ty, mode, temporary=True):
        """The text of a place that is surely a place, or a temporary."""
        place = self.find_place(ty, mode)
        if place is not None:
            return place.text
        if ty in ("[i32]", "[String]", "str"):
            return "*" + self.expr(("&mut " if mode == "m" else "&") + ty, 1)
        if temporary and self.r.random() < (0.03 if self.careful else 0.15) and ty in FRESH and not lifetime_slots(ty) and ty not in ("i32",):
            self.acc.add(("<temporary>", "m", True))
            return self.r.choice(FRESH[ty])
        return self.owner(ty, mode).text

    def receiver(self, ty, mode):
        text = self.plain(ty, mode)
        if text.startswith("*"):
            text = text[1:] if not text.startswith("**") and self.r.random() < 0.85 else f"({text})"
        if text.startswith(("&", "if ", "match ", "{")):
            text = f"({text})"
        return text

    def fresh_value(self, ty):
        if ty in FRESH:
            return self.r.choice(FRESH[ty])
        if ty == "&String" and self.r.random() < (0.5 if self.careful else 0.15):
            return "&TEXT"
        for template in (CALLS[ty][0], CALLS[ty][-1]) if len(CALLS[ty]) > 1 else CALLS[ty]:
            return self.fill(template, 0)

    def release(self, saved):
        self.acc, self.lifetimes = saved

    def expr(self, ty, depth=2):
        """An expression; what it borrows is added to `acc`."""
        r = self.r
        saved = set(self.acc), set(self.lifetimes)
        text = self.value(ty, depth)
        if not lifetime_slots(ty):
            self.release(saved)
        return text

    def value(self, ty, depth):
        r = self.r
        if r.random() < 0.45:
            mode = "c" if ty in COPY or (ty.startswith("&") and not ty.startswith("&mut ")) or ty in ("View", "(&String, &String)", "Option<&String>", "Option<View>") else "v"
            place = self.find_place(ty, mode)
            if place is not None:
                return place.text
        if depth > 0 and r.random() < 0.12:
            return r.choice([lambda: f"pass({self.expr(ty, depth - 1)})", lambda: f"if {self.cond()} {{ {self.expr(ty, depth - 1)} }} else {{ {self.expr(ty, 0)} }}",
                             lambda: f"match {self.expr('i32', 0)} {{ 0 => {self.expr(ty, 0)}, _ => {self.expr(ty, depth - 1)} }}",
                             lambda: f"{{ {self.fill(r.choice(STATEMENTS), 0)} {self.expr(ty, 0)} }}"])()
        if ty in CALLS and (depth > 0 or ty not in FRESH) and r.random() < 0.9:
            templates = CALLS[ty] if depth > 0 else [t for t in CALLS[ty] if len(re.findall(r"\{[^.=]", t)) == 0] or CALLS[ty][:1]
            return self.fill(r.choice(templates), depth)
        return self.fresh_value(ty)

    def cond(self):
        r = self.r
        forms = [lambda: "cond()"] * 4 + [lambda: f"{self.expr('i32', 0)} > {self.expr('i32', 0)}"]
        saved = set(self.acc), set(self.lifetimes)
        if self.places("String"):
            forms.append(lambda: f"{self.receiver('String', 's')}.is_empty()")
        if self.places("E"):
            forms.append(lambda: f"{self.receiver('E', 's')}.peek()")
        text = r.choice(forms)()
        self.release(saved)
        return text

    # ---- statements
    def statement(self, body):
        """Runs a writer of one statement, with nothing borrowed yet."""
        self.acc, self.lifetimes = set(), set()
        return body()

    def block(self, n=None):
        for _ in range(n or self.r.randint(1, 3)):
            self.stmt()

    def close(self, text="}"):
        names = {v.name for v in self.scopes[-1]}
        super().close(text)
        if self.careful:
            for scope in self.scopes:
                scope[:] = [v for v in scope if not any(n in names and strong for n, _, strong in v.roots)]

    def let(self, ty=None):
        r = self.r
        ty = ty or choose(r, BORROWING if r.random() < 0.7 else OWNED)
        init = self.expr(ty)
        v = self.declare(ty)
        v.roots, v.lifetimes = set(self.acc), set(self.lifetimes)
        annotation = f": {with_lifetimes(ty, lambda: '')}" if r.random() < 0.3 else ""
        self.emit(f"let {'mut ' if v.mut else ''}{v.name}{annotation} = {init};")
        return v

    def fits(self, v):
        """May a careful function store what `acc` borrows into a variable?"""
        if not self.careful:
            return True
        visible = [x.name for scope in self.scopes for x in scope]
        return not v.lifetimes and all(n in visible for n, _, strong in self.acc if strong)

    def assign(self):
        r = self.r
        candidates = [p for ty in r.sample(sorted({v.ty for v in self.vars()} or {"i32"}), 1) for p in self.places(ty) if p.writable or r.random() < 0.1]
        candidates += [p for ty in r.sample(["String", "i32", "&String", "&mut P", "&mut String", "P"], 2) for p in self.places(ty) if p.writable or r.random() < 0.1]
        candidates = [p for p in candidates if not p.ty.startswith("[") and p.ty != "str" or ";" in p.ty]
        if not candidates:
            return self.let()
        p = r.choice(candidates)
        lines = len(self.lines)
        value = self.expr(p.ty, 1)
        if self.careful and (self.clash(p.root, "m") or p.root not in self.vars() or not self.fits(p.root)):
            return self.emit(f"take({value});")
        borrowed, lifetimes = set(self.acc), set(self.lifetimes)
        if p.text != p.root.name or not p.root.ty.startswith("&"):
            self.forget(p.root, "m")
        p.root.roots |= borrowed
        p.root.lifetimes |= lifetimes
        self.emit(f"{p.text} = {value};")

    def use(self):
        """Uses a reference made before: what keeps it alive."""
        r = self.r
        borrowing = [v for v in self.vars() if lifetime_slots(v.ty)]
        if not borrowing:
            return self.plain_statement()
        v = r.choice(borrowing)
        p = Place(v.name, v.ty, v.mut, True, v)
        if r.random() < 0.25 and self.take_place(p, "v"):
            return self.emit(f"take({v.name});")
        inner, kind = dereferenced(v.ty)
        forms = [lambda: f"see(&{v.name});", lambda: f"see(&{v.name});"]
        if kind in ("mut", "shared"):
            forms.append(lambda: f"see({'&*' if kind == 'mut' else ''}{v.name});")
        if kind == "mut":
            self.forget(v, "m")
            forms += [lambda: f"poke(&mut *{v.name});", lambda: f"poke({v.name});", lambda: f"poke({v.name});"]
            if inner == "String":
                forms += [lambda: f"{v.name}.push('c');"] * 3
            if inner == "i32":
                forms += [lambda: f"*{v.name} += 1;"] * 3
        elif v.ty not in ("Slot",):
            forms.append(lambda: f'println!("{{:?}}", {v.name});')
        if kind != "mut":
            self.forget(v, "s")
        self.emit(r.choice(forms)())

    def plain_statement(self):
        text = self.fill(self.r.choice(STATEMENTS if self.careful or self.r.random() < 0.88 else STATIC_STATEMENTS), 2)
        self.emit(text)

    def branch(self):
        self.open(f"if {self.cond()} {{")
        self.block()
        self.jump()
        if self.r.random() < 0.5:
            self.close("} else {")
            self.depth += 1
            self.scopes.append([])
            self.block(self.r.randint(1, 2))
            self.jump()
        self.close()

    def returned(self):
        if self.ret == "()":
            return "return"
        return f"return {self.result()}"

    def result(self):
        """A value of the result's type; a careful function returns only what outlives it."""
        self.acc, self.lifetimes = set(), set()
        if not self.careful or not lifetime_slots(self.ret):
            given = [v for v in self.vars(self.ret) if v.param]
            if strings := [v for v in self.vars() if v.param and v.ty == "&String"]:
                if self.r.random() < 0.1:
                    self.emit(f"keep({self.r.choice(strings).name});")
            return given[-1].name if given and self.r.random() < 0.4 else self.expr(self.ret, 1)
        for _ in range(12):
            state = [list(s) for s in self.scopes], len(self.lines), self.counter
            self.acc, self.lifetimes = set(), set()
            text = self.expr(self.ret, 1)
            if len(self.lines) == state[1] and not any(strong for _, _, strong in self.acc) and self.lifetimes <= self.good:
                return text
            self.scopes, self.counter = state[0], state[2]
            del self.lines[state[1]:]
            self.acc, self.lifetimes = set(), set()
        return self.r.choice(FRESH[self.ret]) if self.ret in FRESH else "&TEXT" if self.ret == "&String" else "die()"

    def jump(self):
        r = self.r
        if r.random() > 0.3:
            return
        forms = [self.returned]
        if self.loops:
            label = r.choice(self.loops)
            forms += [lambda: "break", lambda: "continue", lambda: f"break {label}", lambda: f"continue {label}"]
        self.emit(r.choice(forms)() + ";")

    def bind(self, ty, name=None, mut=False):
        """A variable bound by a pattern to what was just borrowed."""
        v = self.declare(ty, mut)
        if name:
            v.name = name
        v.roots, v.lifetimes = set(self.acc), set(self.lifetimes)
        return v.name

    def match(self):
        r = self.r
        kind = r.choice(["E", "E", "&E", "&mut E", "Option<&String>", "Option<&mut String>", "Option<String>", "&mut Option<String>", "Sum", "i32", "Option<&mut List>"])
        inner, ref = dereferenced(kind)
        place_kind = kind in ("E", "Option<String>", "Sum", "i32")
        scrutinee = self.plain(kind, r.choice("sm"), False) if place_kind else self.expr(kind, 1)
        borrowed = self.acc, self.lifetimes
        saved = set(borrowed[0]), set(borrowed[1])
        guards = iter([f" if {self.cond()}" if r.random() < 0.3 else self.bad_guard(scrutinee, kind) if place_kind and r.random() < 0.12 else "" for _ in range(2)])
        guard = lambda: next(guards)
        borrowed = saved
        self.open(f"match {scrutinee} {{")
        how = r.choice(["ref ", "ref mut ", "ref ", ""]) if kind in ("E", "Option<String>") else ""
        bound = {"ref ": "&String", "ref mut ": "&mut String", "": "String"}[how]
        if ref:
            bound = "&mut String" if ref == "mut" else "&String"
        arms = {"E": [(f"E::A({how}{{}})", bound), (f"E::C {{{{ s: {how}{{}}, .. }}}}", bound), ("_", None)],
                "Option<String>": [(f"Some({how}{{}})", bound), ("None", None)], "Option<&String>": [("Some({})", "&String"), ("None", None)],
                "Option<&mut String>": [("Some({})", "&mut String"), ("None", None)], "Sum": [("Sum::R({})", "&String"), ("Sum::W({})", "&mut String"), ("Sum::N", None)],
                "i32": [("0", None), ("{}", "i32")], "Option<&mut List>": [("Some({})", "&mut List"), ("None", None)]}[inner or kind]
        if self.careful and not place_kind:
            how = ""
        for pattern, ty in arms:
            self.acc, self.lifetimes = set(borrowed[0]), set(borrowed[1])
            name = self.fresh()
            text = pattern.format(name)
            suffix = guard() if pattern not in ("_", "None", "{}", "Sum::N") else ""
            self.acc, self.lifetimes = set(borrowed[0]), set(borrowed[1])
            self.open(f"{text}{suffix} => {{")
            if ty:
                self.bind(ty, name)
            self.block(r.randint(1, 2))
            self.jump()
            self.close()
        if any("if " in line for line in self.lines[-12:]) and kind != "i32" and not any(p in ("_", "None", "Sum::N") for p, _ in arms):
            self.emit("_ => {}")
        elif kind in ("E", "&E", "&mut E", "i32"):
            pass
        if kind not in ("E", "&E", "&mut E", "i32"):
            self.emit("_ => {}")
        self.close()

    def bad_guard(self, scrutinee, kind):
        """A guard that changes what is matched (E0510), or only looks at it."""
        r = self.r
        change = {"E": f"{scrutinee} = E::N", "Option<String>": f"{scrutinee} = None", "Sum": f"{scrutinee} = Sum::N", "i32": f"{scrutinee} = 2"}[kind]
        poke = r.choice([f"poke(&mut {scrutinee})", f"see(&{scrutinee})", change, change])
        return f" if {{ {poke}; {self.cond()} }}"

    def if_let(self):
        r = self.r
        kind = r.choice(["Option<&String>", "Option<&mut String>", "Option<&mut P>", "Option<&mut List>"])
        e = self.expr(kind, 1)
        inner = kind[7:-1]
        borrowed = set(self.acc), set(self.lifetimes)
        name = self.fresh()
        form = r.random()
        if form < 0.25:
            leave = self.returned()
            self.emit(f"let Some({name}) = {f'({e})' if e.endswith('}') else e} else {{ {leave} }};")
            self.acc, self.lifetimes = borrowed
            return self.bind(inner, name)
        word = "while" if form < 0.4 else "if"
        self.open(f"{word} let Some({name}) = {e} {{")
        self.acc, self.lifetimes = borrowed
        self.bind(inner, name)
        if word == "while":
            self.loops.append("'" + name)
            self.lines[-1] = self.lines[-1].replace("while", f"'{name}: while", 1)
        self.block(r.randint(1, 2))
        self.jump()
        if word == "while":
            self.emit("if cond() { break; }")
            self.loops.pop()
        elif r.random() < 0.4:
            self.close("} else {")
            self.depth += 1
            self.scopes.append([])
            self.block(1)
            self.jump()
        self.close()

    def question(self):
        r = self.r
        if self.ret.startswith("Option<"):
            ty = r.choice(["Option<&String>", "Option<&mut String>", "Option<&mut List>"])
            inner = ty[7:-1]
        elif self.ret.startswith("Result<"):
            ty, inner = "Result<&mut String, i32>", "&mut String"
        else:
            return self.plain_statement()
        e = self.expr(ty, 1)
        e = f"({e})" if e[0] in "&*" or e.startswith(("if ", "match ")) else e
        self.emit(f"let {self.bind(inner)} = {e}?;")

    def loop(self):
        r = self.r
        label = "'" + self.fresh()
        kind = r.choice(["while", "loop", "loop", "for", "for_ref", "for_mut", "for_iter"])
        if kind.startswith("for_"):
            inner, vec = r.choice([("String", "Vec<String>"), ("String", "Vec<String>"), ("i32", "Vec<i32>")])
            mode = "m" if kind == "for_mut" else "s"
            place = self.plain(vec, mode)
            bare = place.lstrip("*") if place.startswith("*") else place
            iterable = {"for_ref": f"&{place}", "for_mut": r.choice([f"&mut {place}", f"{bare}.iter_mut()"]), "for_iter": f"{bare}.iter()"}[kind]
            borrowed = set(self.acc), set(self.lifetimes)
            name = self.fresh()
            self.open(f"{label}: for {name} in {iterable} {{")
            self.acc, self.lifetimes = borrowed
            self.bind(("&mut " if mode == "m" else "&") + inner, name)
        elif kind == "for":
            name = self.fresh()
            self.open(f"{label}: for {name} in 0..num() {{")
            self.bind("i32", name)
        elif kind == "while":
            self.open(f"{label}: while {self.cond()} {{")
        else:
            self.open(f"{label}: loop {{")
        self.loops.append(label)
        self.marks.add("loops")
        self.block(r.randint(1, 3))
        self.jump()
        if kind == "loop":
            self.emit("if cond() { break; }")
        self.loops.pop()
        self.close()

    def scope(self):
        """A reference that may outlive the inner block's variables."""
        r = self.r
        if r.random() < 0.5:
            self.open("{")
            self.block(r.randint(1, 3))
            return self.close()
        ty = r.choice(["&String", "&mut String", "&mut P", "View", "Option<&String>", "&str", "Cur"])
        v = self.declare(ty, False)
        self.emit(f"let {v.name};")
        self.open("{")
        self.scopes[-2].remove(v)
        self.block(r.randint(1, 2))
        self.acc, self.lifetimes = set(), set()
        value = self.expr(ty, 1)
        v.roots, v.lifetimes = set(self.acc), set(self.lifetimes)
        self.emit(f"{v.name} = {value};")
        self.scopes[-2].append(v)
        self.close()

    # ---- shapes: small programs around one idea
    def name_of(self, ty, mutable=True):
        """A variable of the type."""
        found = [v for v in self.vars(ty) if v.mut or not mutable]
        if found and self.r.random() < 0.7:
            v = self.r.choice(found)
        else:
            v = self.declare(ty, True)
            init = self.r.choice(FRESH[ty])
            self.emit(f"let mut {v.name} = {init};")
        self.forget(v, "m")
        return v.name

    def shape(self):
        r = self.r
        self.marks.add("shapes")
        shapes = [self.early_return, self.cursor, self.rotation, self.slice_pattern, self.two_phase, self.destructor, self.temporary, self.collect, self.pieces, self.copies, self.boxes, self.guards,
                  self.through_shared, self.scope_error, self.reborrow_loop, self.promoted, self.match_replace, self.swap_refs, self.enum_payload]
        r.choice(shapes)()

    def text(self, *lines):
        """Lines of a shape; each that is a list offers alternatives."""
        for line in lines:
            line = self.r.choice(line) if isinstance(line, list) else line
            if line:
                self.emit(line)

    def early_return(self):
        """Problem case 3 and its kin: a borrow that is returned on one way only."""
        r = self.r
        sources = [v for v in self.vars() if v.param and v.ty in ("&mut P", "&mut Vec<String>", "&mut List", "&mut Option<String>")]
        x = self.fresh()
        if sources and self.ret in ("&mut String", "&String", "Option<&mut String>", "Option<&String>", "&mut List", "Option<&mut List>"):
            v = r.choice(sources)
            wrap = (lambda e: f"Some({e})") if self.ret.startswith("Option") else (lambda e: e)
            value = {"&mut P": f"{v.name}.find_mut(1)", "&mut Vec<String>": f"{v.name}.last_mut()", "&mut List": f"{v.name}.step()", "&mut Option<String>": f"{v.name}.as_mut()"}[v.ty]
            change = {"&mut P": [f"{v.name}.grow();", f"{v.name}.n = 2;", f"*{v.name} = mk_p();", "", f"see(&{v.name}.a);"], "&mut Vec<String>": [f"{v.name}.push(mk_s());", f"{v.name}.clear();", ""],
                      "&mut List": [f"{v.name}.v += 1;", f"{v.name}.next = None;", ""], "&mut Option<String>": [f"*{v.name} = None;", f"see(&*{v.name});", ""]}[v.ty]
            if (v.ty == "&mut List") == ("List" in self.ret):
                frame = r.choice([f"if let Some({x}) = {value} {{ return {wrap(x)}; }}", f"match {value} {{ Some({x}) => return {wrap(x)}, None => {{}} }}",
                                  f"if cond() {{ let {x} = {value}.unwrap(); return {wrap(x)}; }}", f"while let Some({x}) = {value} {{ if cond() {{ return {wrap(x)}; }} }}"])
                return self.text(frame, change)
        p = self.name_of("P")
        y = self.fresh()
        self.text(f"let {y} = match {p}.find_mut(1) {{ Some({x}) => {x}, None => {{ {r.choice([f'{p}.grow();', ''])} {p}.left_mut() }} }};", [f"{y}.push('c');", f"{p}.grow(); see(&*{y});", ""])

    def cursor(self):
        r = self.r
        params = [v for v in self.vars() if v.ty == "&mut List"]
        if params and r.random() < 0.5:
            start = r.choice(params).name
            start = r.choice([start, f"&mut *{start}"])
            if self.careful and not start.startswith("&"):
                start = f"&mut *{start}"
        else:
            start = "&mut " + self.name_of("List")
        c, n = self.fresh(), self.fresh()
        owner = start.split()[-1].lstrip("*")
        self.text(f"let mut {c} = {start};",
                  [f"while let Some({n}) = &mut {c}.next {{ {c} = {n}; }}", f"while let Some({n}) = {c}.step() {{ {c} = {n}; }}", f"while let Some({n}) = {c}.next.as_mut() {{ {c} = {n}; }}",
                   f"loop {{ match {c}.next {{ Some(ref mut {n}) => {c} = {n}, None => break }} }}", f"loop {{ match {c}.step() {{ Some({n}) => {c} = {n}, None => break }} }}",
                   f"while {c}.next.is_some() {{ {c} = {c}.next.as_mut().unwrap(); }}", f"while cond() {{ {c}.v += 1; {c} = {c}.next.as_mut().unwrap(); }}",
                   f"loop {{ {c}.v = 1; if let Some({n}) = &mut {c}.next {{ {c} = {n}; }} else {{ break; }} }}",
                   f"loop {{ if {c}.next.is_none() {{ break; }} {c} = {c}.next.as_mut().unwrap(); {r.choice(['', owner + '.v = 1;'])} }}"],
                  [f"{c}.v = 2;", f"{c}.next = None;", f"{c}.next = Some(Box::new(mk_l()));", f"see(&*{c});", "", f"{owner}.v = 1;", f"{owner}.v = 1; {c}.v = 2;"])
        if r.random() < 0.25:
            o = self.fresh()
            self.text(f"let mut {o} = &mut {c}.next;", f"while let Some({n}) = {o} {{ {o} = &mut {n}.next; }}", [f"*{o} = None;", f"see({o});", ""])

    def rotation(self):
        r = self.r
        ty = r.choice(["String", "P", "i32"])
        x, y, z = self.name_of(ty), self.name_of(ty), self.name_of(ty)
        if self.careful and len({x, y, z}) < 3:
            return self.plain_statement()
        m = r.choice(["mut ", "mut ", ""])
        a, b, c, t = (self.fresh() for _ in range(4))
        self.text(f"let mut {a} = &{m}{x};", f"let mut {b} = &{m}{y};", f"let mut {c} = &{m}{z};")
        self.open(r.choice(["loop {", "while cond() {", "for _ in 0..num() {"]))
        self.text([f"let {t} = {a}; {a} = {b}; {b} = {c}; {c} = {t};", f"std::mem::swap(&mut {a}, &mut {b}); std::mem::swap(&mut {b}, &mut {c});", f"{a} = {b}; {b} = &{m}{z};", f"({a}, {b}) = ({b}, {a});"],
                  ["", "", f"see(&{x});", f"see(&*{a});", f"poke(&mut {z});"], "if cond() { break; }")
        self.close()
        self.text([f"see(&*{a}); see(&*{b});", f"see(&*{c});", f"poke(&mut {x}); see({b});", f"poke(&mut {y});"])

    def slice_pattern(self):
        r = self.r
        form = r.randrange(6)
        a, b, rest = self.fresh(), self.fresh(), self.fresh()
        use = [f"see(&*{a}); see(&*{b});", f"two({a}, {b});", ""]
        if form == 0:
            v = self.name_of("Vec<String>")
            self.text(f"if let [{a}, .., {b}] = &mut {v}[..] {{ {r.choice(['', f'{v}.clear();', f'see(&{v});'])} {r.choice(use)} }}")
        elif form == 1:
            v = self.name_of("[i32; 3]")
            self.text(f"let [{a}, _, {b}] = &mut {v};", [f"{v}[1] = 2;", f"{v}[0] = 2;", f"let _q = {v}[1];", f"let _q = {v}[2];", ""], use)
        elif form == 2:
            v = self.name_of("[String; 2]")
            self.text(f"let [ref {a}, ref mut {b}] = {v};", [f"{v}[0].clear();", f"see(&{v}[0]);", f"see(&{v});", ""], use)
        elif form == 3:
            v = self.name_of("Vec<String>")
            self.text(f"match {v}.as_mut_slice() {{ [{a}, {rest} @ ..] => {{ {r.choice([f'see(&*{rest});', f'see(&{v});', f'{v}.push(mk_s());', ''])} see(&*{a}); }} [] => {r.choice([f'{v}.push(mk_s())', '{}'])} }}")
        elif form == 4:
            v = self.name_of("[i32; 3]")
            self.text(f"let [{a}, {rest} @ ..] = &mut {v};", f"let [{b}, ..] = {r.choice([rest, '&mut ' + v, '&' + v])};", use)
        else:
            v = self.name_of("[i32; 3]")
            self.text(f"let [.., {a}] = &mut {v};", [f"let [{b}, ..] = &mut {v};", f"let [.., {b}, _] = &mut {v};", f"let [_, {b} @ ..] = &{v};"], use)

    def two_phase(self):
        r = self.r
        v, p, s = self.name_of("Vec<i32>"), self.name_of("P"), self.name_of("String")
        q = self.fresh()
        self.text([f"{v}.push({v}.len() as i32);", f"{v}.push({{ {v}.push(1); 2 }});", f"{p}.add({p}.n);", f"{p}.add({p}.add(1));", f"{p}.add({p}.size());", f"{v}[{v}.len() - 1] = 2;",
                   f"let {q} = {v}.get_mut({v}.len() - 1); see(&{q});", f"let {q} = &{v}; {v}.push({q}.len() as i32);", f"{v}.push({{ {v} = vec![]; 1 }});", f"{s}.push_str(&{s}.clone());",
                   f"{s}.push_str(&{s});", f"{v}.insert({v}.len(), {v}[0]);", f"{p}.me().add({p}.n);", f"let {q} = &mut {p}; {q}.add({q}.n);", f"let {q} = &mut {p}; {q}.add({p}.n);",
                   f"{p}.n += {p}.size();", f"{p}.n += {p}.add(1);", f"{v}[0] += {v}.len() as i32;", f"{v}[{{ {v}.clear(); 0 }}] += 1;", f"let {q} = {v}.first(); {v}.push(1); see(&{q});",
                   f"poke({{ {p}.n += 1; &mut {p} }});", f"two(&mut {p}, {p}.n);", f"two({p}.n, &mut {p});", f"two(&{p}, {{ {p}.n = 1; 2 }});", f"{v}.push({{ let {q} = &{v}; {q}.len() as i32 }});"])

    def destructor(self):
        r = self.r
        s = self.name_of("String")
        g, x = self.fresh(), self.fresh()
        form = r.randrange(5)
        guard_params = [v for v in self.vars("Guard")]
        if guard_params and self.ret in ("&mut String", "&String") and r.random() < 0.5:
            return self.text(f"if cond() {{ return &{'mut ' if 'mut' in self.ret else ''}*{guard_params[0].name}.m; }}")
        if form == 0:
            self.text(f"let {g} = Guard::new(&mut {s});", [f"{s}.clear();", f"see({g}.text());", f"drop({g}); {s}.clear();", f"see(&{s}); drop({g});", ""])
        elif form == 1:
            self.text(f"let {x};", f"{{ let {g} = Guard::new(&mut {s}); {x} = {r.choice([f'&mut *{g}.m', f'&*{g}.m', f'&{g}.n'])}; }}", [f"see(&{x});", f"see(&{x});", ""])
        elif form == 2:
            d = self.fresh()
            self.text(f"let {d} = mk_d();", f"let {x} = &{d}.s;", [f"drop({d}); see({x});", f"see({x}); drop({d});", f"take({d}.n); see({x});"])
        elif form == 3:
            d = self.name_of("D")
            self.text(f"let {x} = &mut {d}.s;", [f"{d} = mk_d(); see({x});", f"{d}.n = 2; see({x});", f"{d}.s = mk_s(); see({x});", f"see({x}); {d} = mk_d();"])
        else:
            self.text(f"let {g} = Guard::new(&mut {s});", f"let {x} = {r.choice([f'{g}.m.len()', f'{g}.text()'])};", [f"drop({g}); see(&{x});", f"see(&{x});", f"let _h = {g}; see(&{x});"])

    def temporary(self):
        r = self.r
        x = self.fresh()
        value = r.choice(["mk_p().left()", "name(&mk_p())", "mk_s().as_str()", "longest(&mk_s(), &mk_s())", "&mk_p().a", "View::new(&mk_s())", "Guard::new(&mut mk_s()).m.len()", "mk_p().me().left_mut()",
                          "Some(&mk_s())", "View { s: &mk_s(), n: 1 }", "(&mk_s(), 1)", "{ &mk_s() }", "vec![mk_s()].first().unwrap()", "&mut vec![1, 2][..]", "if cond() { &mk_s() } else { &TEXT }",
                          "match num() { 0 => name(&mk_p()), _ => &TEXT }"])
        self.text([f"let {x} = {value}; see(&{x});", f"let {x} = {value};", f"see(&{value});", f"match {value} {{ {x} => see(&{x}) }}", f"let {x}; {x} = {value}; see(&{x});",
                   f"let {x} = {{ let q = mk_p(); q.left().len() }}; see(&{x});", f"if let {x} = {value} {{ see(&{x}); }}"])

    def collect(self):
        r = self.r
        v = self.name_of("Vec<String>")
        refs, x = self.fresh(), self.fresh()
        m = r.choice(["", "", "mut "])
        iterable = f"&{m}{v}" if r.random() < 0.5 else f"{v}.iter{'_mut' if m else ''}()"
        self.text(f"let mut {refs} = Vec::new();",
                  [f"for {x} in {iterable} {{ {refs}.push({x}); }}", f"for {x} in {iterable} {{ if cond() {{ break; }} {refs}.push({x}); {r.choice(['', f'{v}.clear();'])} }}",
                   f"while cond() {{ {refs}.push(&{m}{v}[at()]); }}", f"loop {{ let {x} = &{m}{v}; {refs}.push({x}.last{'_mut' if m else ''}().unwrap()); if cond() {{ break; }} }}",
                   f"while let Some({x}) = {v}.last{'_mut' if m else ''}() {{ {refs}.push({x}); {r.choice(['break;', 'if cond() { break; }', ''])} }}"],
                  [f"{v}.clear();", f"see(&{refs});", f"{v}.clear(); see(&{refs});", f"drop({refs}); {v}.clear();", f"drop({v});", f"drop({v}); see(&{refs});", f"{refs}.clear();"])

    def pieces(self):
        r = self.r
        p = self.name_of("P")
        base = r.choice([p, p, f"(&mut {p})"])
        a, b = self.fresh(), self.fresh()
        self.text([f"let {a} = &mut {p}.a; let {b} = &mut {p}.b;", f"let {a} = &mut {p}.a; let {b} = &mut {p}.a;", f"let ({a}, {b}) = (&mut {p}.a, &{p}.b);", f"let P {{ a: {a}, b: {b}, .. }} = &mut {p};",
                   f"let P {{ a: ref mut {a}, b: ref {b}, .. }} = {p};", f"let ({a}, {b}) = {p}.both();", f"let {a} = &{p}; let {b} = &mut {p}.b;", f"let {a} = {p}.left(); let {b} = &mut {p}.b;",
                   f"let {a} = &mut {p}; let {b} = &{a}.a;"],
                  [f"{p}.n = 1;", f"{p} = mk_p();", f"drop({p});", f"let _q = {p}.n;", f"let _q = {p}.a;", "", "", f"std::mem::swap(&mut {p}.a, &mut {p}.b);"], [f"see(&*{a}); see(&*{b});", f"see(&*{a});", f"see({b});"])

    def copies(self):
        """Copies of what is mutably borrowed: E0503."""
        r = self.r
        n = self.name_of("i32")
        m = self.fresh()
        self.text(f"let {m} = &mut {n};", [f"let _q = {n} + 1;", f"if {n} > 2 {{ take(1); }}", f"match {n} {{ 0 => {{}} _ => {{}} }}", f"while {n} < 3 {{ break; }}", f"take({n});", f"{n} += 1;", f"{n} = 2;", f"let _q = -{n};",
                                             f"let _q = [1, 2, 3][{n} as usize];", ""], [f"*{m} += 1;", f"*{m} = {n};", f"see({m});", ""])

    def boxes(self):
        r = self.r
        b = self.name_of("Box<P>")
        x, y = self.fresh(), self.fresh()
        self.text([f"let {x} = &mut (*{b}).a;", f"let {x} = &(*{b}).a;", f"let {x} = &mut *{b};", f"let {x} = &*{b};"],
                  [f"let {y} = &mut (*{b}).b; see({y});", f"let {y} = &{b}; see({y});", f"let {y} = *{b};", f"drop({b});", f"*{b} = mk_p();", f"{b} = Box::new(mk_p());", f"(*{b}).n = 2;", f"let {y} = (*{b}).b;", ""],
                  [f"see({x});", ""])

    def guards(self):
        r = self.r
        e = self.name_of("E")
        s, x = self.name_of("String"), self.fresh()
        first = r.choice([f"E::A(ref {x})", f"E::A(ref mut {x})", f"E::A(_)", f"E::B({x})"])
        bind = x if x in first else s
        guard = r.choice([f"{{ {e} = E::N; true }}", f"{{ {e} = E::N; cond() }}", f"{{ poke(&mut {e}); true }}", f"{e}.peek()", f"{{ see(&{bind}); cond() }}", f"{{ {s}.clear(); true }}",
                          f"{{ let q = &mut {e}; false }}", f"match {e} {{ E::N => true, _ => false }}", f"{{ {e}.poke(); true }}"])
        self.text(f"match {e} {{ {first} if {guard} => {r.choice([f'see(&{bind})', f'{e} = E::N', f'{{ {e} = E::N; see(&{bind}) }}', '{}'])}, _ => {r.choice(['{}', f'{e}.poke()', f'see(&{e})'])} }}")
        if r.random() < 0.3:
            n = self.name_of("i32")
            self.text(f"match {n} {{ 0 if {{ {n} = 1; cond() }} => {{}} {x} => take({x}) }}")

    def through_shared(self):
        """Writes and mutable borrows through shared references: E0594, E0596."""
        r = self.r
        p = self.name_of("P")
        x, y = self.fresh(), self.fresh()
        ref = r.choice([f"&{p}", f"&{p}", f"&mut {p}"])
        form = r.choice(["plain", "plain", "pair", "deref"])
        target = {"plain": x, "pair": f"{y}.0", "deref": f"(*{y})"}[form]
        self.text(f"let {x} = {ref};", {"plain": "", "pair": f"let {y} = ({x}, 1);", "deref": f"let {y} = &{x};"}[form],
                  [f"{target}.n = 1;", f"{target}.a = mk_s();", f"{target}.a.push('c');", f"{target}.grow();", f"see(&{target}.a);", f"{target}.n += 1;", f"poke(&mut {target}.b);"], [f"see(&{x}.a);", f"{p}.grow();", ""])

    def scope_error(self):
        r = self.r
        x, y = self.fresh(), self.fresh()
        self.text([f"let {x}; {{ let {y} = mk_s(); {x} = &{y}; }} see({x});", f"let {x}; {{ let {y} = mk_p(); {x} = {y}.left(); see({x}); }}",
                   f"let mut {x} = Vec::new(); {{ let {y} = mk_s(); {x}.push(&{y}); }} see(&{x});", f"let mut {x} = &TEXT; {{ let {y} = mk_s(); {x} = &{y}; }} see({x});",
                   f"let mut {x} = &TEXT; while cond() {{ let {y} = mk_s(); {x} = &{y}; see({x}); }}", f"let mut {x} = &TEXT; loop {{ let {y} = mk_s(); see({x}); {x} = &{y}; if cond() {{ break; }} }}",
                   f"let mut {x} = View::new(&TEXT); {{ let {y} = mk_s(); {x}.set(&{y}); }} see({x}.get());", f"let mut {x} = None; for {y} in vec![mk_s()] {{ {x} = Some(&{y}); }} see(&{x});"])

    def reborrow_loop(self):
        r = self.r
        p = self.name_of("P")
        c, t = self.fresh(), self.fresh()
        self.text(f"let mut {c} = &mut {p};", [f"while cond() {{ {c} = {c}.me(); }}", f"loop {{ {c} = &mut *{c}; if cond() {{ break; }} }}", f"for _ in 0..3 {{ let {t} = &mut *{c}; {t}.grow(); }}",
                                                f"loop {{ let {t} = {c}.me(); {c} = {t}; if cond() {{ break; }} {r.choice(['', f'{p}.n = 1;'])} }}", f"while cond() {{ let {t} = {c}; {t}.grow(); {r.choice([f'{c} = {t};', f'{c} = &mut {p};', ''])} }}",
                                                f"let {t} = {c}.left_mut(); while cond() {{ {t}.clear(); }} {c} = {r.choice(['&mut *' + c, '&mut ' + p])}; see({t});"], [f"{c}.grow();", f"{p}.grow();", f"{p}.grow(); {c}.grow();", ""])

    def promoted(self):
        r = self.r
        x = self.fresh()
        n = self.name_of("i32")
        self.text([f"keep_int(&5);", f"keep_int(&(1 + 2));", f"let {x}: &'static i32 = &7; see({x});", f"keep_int(&{n});", f"keep_int(&num());", f"keep(&TEXT);", f"let {x}: &'static [i32] = &[1, 2]; see({x});",
                   f"let {x}: &'static [i32] = &[{n}]; see({x});", f"let {x}: &'static String = &mk_s();", f"let {x}; {{ {x} = &3; }} see({x});", f"let {x}: &'static str = text(\"a\"); see({x});"])

    def match_replace(self):
        r = self.r
        o = self.name_of("Option<String>")
        x = self.fresh()
        self.text([f"match {o} {{ Some(ref mut {x}) => {x}.clear(), None => {o} = Some(mk_s()) }}", f"match &mut {o} {{ Some({x}) => {{ {o} = None; see({x}); }} None => {{}} }}", f"if let Some({x}) = &{o} {{ {o} = None; }}",
                   f"if let Some({x}) = &mut {o} {{ let q = {o}.take(); {x}.clear(); }}", f"match {o}.as_ref() {{ Some({x}) => see({x}), None => {o} = None }}", f"let {x} = {o}.get_or_insert(mk_s()); {o} = None; {r.choice(['', f'see({x});'])}",
                   f"let Some({x}) = &mut {o} else {{ {o} = None; {self.returned()} }}; {x}.clear();", f"while let Some({x}) = {o}.as_mut() {{ {o} = None; {r.choice(['', f'{x}.clear();'])} }}"])

    def swap_refs(self):
        r = self.r
        x, y = self.name_of("String"), self.name_of("String")
        a, b = self.fresh(), self.fresh()
        m = r.choice(["", "mut "])
        self.text(f"let mut {a} = &{m}{x};", f"let mut {b} = &{m}{y};" if x != y or r.random() < 0.4 else f"let mut q = mk_s(); let mut {b} = &{m}q;", [f"std::mem::swap(&mut {a}, &mut {b});", f"let t = {a}; {a} = {b}; {b} = t;"],
                  [f"{x}.clear();", f"{y}.clear();", "", f"drop({x});"], [f"see({a});", f"see({b});", ""])

    def enum_payload(self):
        r = self.r
        s, t = self.name_of("String"), self.name_of("String")
        e, x = self.fresh(), self.fresh()
        self.text(f"let mut {e} = {r.choice([f'Sum::R(&{s})', f'Sum::W(&mut {s})'])};", [f"if cond() {{ {e} = Sum::N; }}", f"{e} = Sum::W(&mut {t});", f"{e} = Sum::N; {s}.clear();", ""],
                  [f"if let Sum::W({x}) = {e} {{ {x}.clear(); }}", f"match {e} {{ Sum::R({x}) => see({x}), Sum::W(ref mut {x}) => {x}.clear(), Sum::N => {s}.clear() }}", f"if let Sum::W({x}) = &mut {e} {{ {s}.clear(); {x}.clear(); }}",
                   f"see(&{e});"], [f"{s}.clear();", f"{s}.clear(); see(&{e});", f"drop({s});", ""])

    def stmt(self):
        self.budget -= 1
        if self.budget < 0:
            return self.statement(self.use)
        simple = [self.let] * 7 + [self.assign] * 3 + [self.use] * 5 + [self.plain_statement] * 5 + [self.question] * (2 if self.ret[:6] in ("Option", "Result") else 0)
        nested = [self.branch] * 2 + [self.match] * 2 + [self.if_let] * 2 + [self.loop] * 2 + [self.scope] * 2 if self.depth < 4 else []
        self.statement(self.r.choice(simple + nested + [self.shape] * (3 if self.careful else 6)))

    # ---- signature
    def signature(self):
        r = self.r
        count = r.choice([0, 1, 1, 2, 2, 3])
        if lifetime_slots(self.ret) and count == 0:
            count = 1
        if lifetime_slots(self.ret) and r.random() < 0.2:
            count += 1
        types = [choose(r, BORROWING if r.random() < 0.75 else OWNED) for _ in range(count)]
        slots = lifetime_slots(self.ret)
        if slots and r.random() < 0.75:  # something to return from
            types[0] = r.choice([t for t in ("&P", "&mut P", "&mut P", "&mut String", "&String", "View", "Cur", "Guard", "&mut List", "&mut Vec<String>", "&mut Option<String>", "&mut [i32]", "&mut Vec<&String>", "Sum")])
            if not self.careful and self.ret in BORROWING and len(types) > 1 and r.random() < 0.5:
                types[-1] = self.ret
        names = r.choice([["'a"], ["'a"], ["'a", "'b"], ["'a", "'b"]])
        positions = sum(2 if s in ("Slot", "Two") else 1 for t in types for s in lifetime_slots(t))
        elided = positions == 1 and r.random() < 0.6 and not self.method
        supply = (lambda: "") if elided or not slots and r.random() < 0.4 else (lambda: r.choice(["", names[0], names[0], names[-1], names[-1]] if not self.careful else ["", names[0], names[0], names[-1]]) if r.random() > 0.02 else "'static")
        params = []
        for ty in types:
            v = self.declare(ty)
            v.param = True
            given = []

            def note():
                given.append(supply())
                return given[-1]
            written = with_lifetimes(ty, note)
            v.lifetimes = {g or f"?{v.name}{i}" for i, g in enumerate(given)}
            params.append(f"{'mut ' if v.mut else ''}{v.name}: {written}")
        receiver = ""
        if self.method:
            v = Var("self", r.choice(["&P", "&mut P", "&mut P"]), False)
            v.roots, v.param = set(), True
            lifetime = r.choice(["", "", "'a "])
            v.lifetimes = {lifetime.strip() or "?self"}
            self.scopes[0].append(v)
            receiver = v.ty.replace("&", f"&{lifetime}").replace("P", "self")
            params.insert(0, receiver)
        if elided or (self.method and r.random() < 0.6):
            back = ""
        else:
            back = r.choice(["'a"] * 8 + [names[-1]] * 4 + ["'static"])
        self.good = {back, "'static"} if back else next((set(v.lifetimes) for v in self.vars() if v.name == "self"), {x for v in self.vars() for x in v.lifetimes})
        result = with_lifetimes(self.ret, lambda: back)
        used = [n for n in ("'a", "'b") if any(re.search(n + r"\b", t) for t in params + [result])]
        bounds, where = "", ""
        if len(used) == 2 and r.random() < 0.4:
            longer, shorter = r.choice([("'a", "'b"), ("'b", "'a")])
            if r.random() < 0.5:
                where = f" where {longer}: {shorter}"
            else:
                used = [f"{n}: {shorter}" if n == longer else n for n in used]
            if back == shorter:
                self.good.add(longer)
        if used:
            bounds = f"<{', '.join(used)}>"
        arrow = "" if self.ret == "()" else f" -> {result}"
        return f"pub fn {self.name}{bounds}({', '.join(params)}){arrow}{where} {{"

    def text_of(self):
        head = self.signature()
        while self.budget > 0:
            self.stmt()
        self.acc, self.lifetimes = set(), set()
        if self.ret != "()":
            self.emit(self.result())
        lines = [head] + self.lines + ["}"]
        if self.method:
            lines = ["impl P {"] + lines + ["}"]
        return "\n".join(lines) + "\n"


def make_file(seed, count):
    rng = random.Random(seed)
    text, spans = PRELUDE, []
    for i in range(count):
        fn = Fn(rng, f"f{i}")
        body = fn.text_of()
        first = text.count("\n") + 1
        text += body
        spans.append((fn.name, first, text.count("\n"), sorted(fn.marks | ({"careful"} if fn.careful else set()))))
    return text, spans


if __name__ == "__main__":
    sys.exit(Fuzz(__doc__, make_file, PRELUDE, OWNERSHIP, "borrows").main())
