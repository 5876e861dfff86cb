#!/usr/bin/env python3
"""fuzz_outlives.py LIEN --seed S [--files N] [--fns K] [--keep DIR] [--list] [--minimise N]      compare with rustc
fuzz_outlives.py --print --seed S [--fns K]                                                     print one file

Random generic functions about what must outlive what: type parameters and lifetimes with and without bounds, handed to functions that ask for `T: 'a`, `T: 'static` or
`'b: 'a`, written generic arguments, structs that hold references to what a parameter stands for, values that are returned with a longer lifetime. Each is judged by rustc
and by Lien; the findings (code, line, column) must be the same function by function. Exit status 1 on any disagreement; 77 without rustc."""
import random, sys
from fuzz_common import *

PRELUDE = """\
#![allow(unused, dead_code)]
pub struct Keep<'a, T> { r: Option<&'a T>, n: u8 }
pub struct Hold<'a, T: 'a> { r: &'a T }
pub struct Two<'a, 'b: 'a> { x: &'a &'b u8 }
pub struct Long<T: 'static> { t: Option<T> }
impl<'a, T> Keep<'a, T> {
    fn new(r: &'a T) -> Keep<'a, T> { Keep { r: Some(r), n: 0 } }
    fn set(&mut self, r: &'a T) { self.r = Some(r); }
    fn get(&self) -> Option<&'a T> { self.r }
}
impl<T: 'static> Long<T> { fn empty() -> Long<T> { Long { t: None } } }
fn need<'a, T: 'a>(_: &'a u8, _: T) {}
fn both<'a, 'b, T: 'a + 'b>(_: &'a u8, _: &'b u8, _: T) {}
fn forever<T: 'static>(_: T) {}
fn some<T: 'static>() -> Option<T> { None }
fn nested<'a, 'b: 'a>(_: &'a u8, _: &'b u8) {}
fn shorter<'a, T: 'a>(t: &'a T, _: &'a u8) -> &'a T { t }
fn cond() -> bool { true }
"""

LIFETIMES = ["'a", "'b"]


class Fn:
    def __init__(self, rng, name):
        self.rng, self.name, self.marks = rng, name, set()

    def any(self, *choices):
        return self.rng.choice(choices)

    def chance(self, share):
        return self.rng.random() < share

    def generics(self):
        bounds = {"'a": [], "'b": ["'a"] if self.chance(0.25) else [], "T": [], "U": []}
        for parameter in ("T", "U"):
            for bound, share in (("'a", 0.2), ("'b", 0.15), ("'static", 0.12), ("Clone", 0.3)):
                if self.chance(share):
                    bounds[parameter].append(bound)
        self.clone = {p for p in ("T", "U") if "Clone" in bounds[p]}
        in_where = self.chance(0.3)
        written = lambda p: p + (": " + " + ".join(bounds[p]) if bounds[p] else "")
        if in_where:
            clause = ", ".join(written(p) for p in bounds if bounds[p])
            return "<'a, 'b, T, U>", f" where {clause}" if clause else ""
        return "<" + ", ".join(written(p) for p in bounds) + ">", ""

    def parameters(self):
        kinds = [("x", "&'a u8"), ("y", "&'b u8"), ("t", "T"), ("u", "U"), ("r", "&'a T"), ("s", "&'b U"), ("v", "Vec<T>"), ("o", "Option<&'b T>"), ("k", "Keep<'a, T>"),
                 ("l", "Keep<'b, T>"), ("m", "&'a mut Vec<&'b U>"), ("p", "(T, &'a U)"), ("z", "&'a &'b u8")]
        self.variables = {name: ty for name, ty in kinds if name in ("x", "y") or self.chance(0.5)}
        if not set("tuvp") & set(self.variables):
            self.variables["t"] = "T"

    def value(self):
        """(expression, type) of something that is there."""
        name = self.rng.choice(sorted(self.variables))
        ty = self.variables[name]
        forms = [(name, ty)]
        if ty in ("T", "U"):
            forms += [(f"Some({name})", f"Option<{ty}>"), (f"({name}, 1u8)", f"({ty}, u8)"), (f"vec![{name}]", f"Vec<{ty}>")]
            if ty in self.clone:
                forms += [(f"{name}.clone()", ty)] * 2
        if ty.startswith("&'") and "mut" not in ty and ty[4:] in ("T", "U"):
            forms += [(f"Keep::new({name})", f"Keep<{ty[1:3]}, {ty[4:]}>"), (f"Some({name})", f"Option<{ty}>")]
            if ty[4:] in self.clone:
                forms += [(f"{name}.clone()", ty[4:])] * 2
        if ty.startswith("Keep"):
            forms += [(f"{name}.get()", f"Option<&{ty[5:7]} {ty[9:-1]}>"), (f"{name}.n", "u8")]
        return self.rng.choice(forms)

    def statement(self):
        value, ty = self.value()
        a, b = self.rng.sample(LIFETIMES, 2)
        of = {"'a": "x", "'b": "y"}
        form = self.rng.choice([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        if form == 0:
            return f"need({of[a]}, {value});"
        if form == 1:
            return f"need::<{a}, {ty}>({of[a]}, {value});" if self.chance(0.5) else f"need::<{a}, _>({of[a]}, {value});"
        if form == 2:
            return f"both(x, y, {value});"
        if form == 3:
            return f"forever({value});"
        if form == 4:
            return f"let w: Option<{ty}> = some();"
        if form == 5:
            return f"nested({of[a]}, {of[b]});"
        if form == 6 and "r" in self.variables:
            return f"let q = shorter(r, {of[a]});"
        if form == 7 and "k" in self.variables and "l" in self.variables:
            return self.any("let q: Keep<'b, T> = k;", "let q = if cond() { k } else { l };", "let q: Keep<'static, T> = k;")
        if form == 8 and "z" in self.variables:
            return self.any("let q = Two { x: z };", "let q: Two<'a, 'a> = Two { x: z };", "let q: Two<'b, 'b> = Two { x: z };")
        if form == 9 and "m" in self.variables and "s" in self.variables:
            return self.any("m.push(s);", "let q: &'b mut Vec<&'b U> = m;", "let q: &'a mut Vec<&'a U> = m;")
        return f"let q = Long {{ t: Some({value}) }};" if self.chance(0.4) else f"let q: Long<{ty}> = Long::empty();"

    def text_of(self):
        generics, clause = self.generics()
        self.parameters()
        result = self.any("", "", "", "Option<&'a T>", "Option<&'b U>", "Option<Keep<'b, T>>", "Option<&'static T>", "Option<Hold<'a, U>>", "&'b u8")
        returns = [name for name, ty in self.variables.items() if result and (f"Option<{ty}>" == result or f"Option<{ty.replace(chr(39) + 'a', chr(39) + 'b')}>" == result)]
        lines = [self.statement() for _ in range(self.rng.randrange(1, 4))]
        if self.chance(0.3):
            lines[-1] = f"if cond() {{ {lines[-1]} }}"
            self.marks.add("branch")
        if result == "&'b u8":
            lines.append(self.any("y", "y", "x"))
        elif result:
            lines.append(f"Some({self.rng.choice(returns)})" if returns and self.chance(0.6) else "None")
        parameters = ", ".join(f"{name}: {ty}" for name, ty in self.variables.items())
        arrow = f" -> {result}" if result else ""
        return f"fn {self.name}{generics}({parameters}){arrow}{clause} {{\n    " + "\n    ".join(lines) + "\n}\n"


def make_file(seed, count):
    rng = random.Random(f"outlives {seed}")
    text, spans = PRELUDE, []
    for i in range(count):
        fn = Fn(rng, f"f{i}")
        body = fn.text_of()
        first = text.count("\n") + 1
        text += body
        spans.append((fn.name, first, text.count("\n"), sorted(fn.marks)))
    return text, spans


if __name__ == "__main__":
    # rustc asks for some bounds at `Path::new` and again at `Path::new()`, which begin at one place.
    sys.exit(Fuzz(__doc__, make_file, PRELUDE, OWNERSHIP | {"E0309", "E0310"}, "outlives", repeated=False).main())
