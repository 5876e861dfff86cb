#!/usr/bin/env python3
"""fuzz_moves.py LIEN --seed S [--files N] [--fns K] [--keep DIR] [--list]      compare with rustc
fuzz_moves.py --print --seed S [--fns K]                                      print one file

Random well-typed functions about moves, initialisation and mutability, without references in sight: each is judged by rustc and by Lien, and the findings
(code, line, column) must be the same function by function. Statements ignore what is moved or initialised most of the time, on purpose. The report counts
functions by verdict and errors by code, how many functions have a move or initialisation inside a loop, and how many Lien declined.
Exit status 1 on any disagreement; 77 without rustc."""
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
pub enum E { A(String), B(i32), C { s: String, p: P }, N }
#[derive(Clone, Copy, Debug)]
pub struct K { x: i32, y: bool }
pub struct G<T> { v: T, w: T }
static TEXT: String = String::new();
static PAIR: (String, i32) = (String::new(), 1);
fn mk_p() -> P { P { a: String::new(), b: String::new(), n: 1 } }
fn mk_d() -> D { D { s: String::new(), n: 2 } }
fn mk_e() -> E { E::N }
fn cond() -> bool { true }
fn num() -> i32 { 3 }
fn take<T>(_t: T) {}
fn pass<T>(t: T) -> T { t }
fn two<T, U>(_t: T, _u: U) {}
fn die() -> ! { loop {} }
impl P { fn into_a(self) -> String { self.a } fn size(&self) -> usize { 1 } fn grow(&mut self) { self.n += 1; } }
impl E { fn eat(self) -> i32 { 1 } fn peek(&self) -> bool { true } fn poke(&mut self) {} }
impl D { fn eat(self) -> i32 { 1 } fn peek(&self) -> i32 { 1 } fn poke(&mut self) {} }
"""

COPY = {"i32", "bool", "K", "(i32, bool)", "usize"}
TYPES = ["i32", "i32", "bool", "K", "String", "String", "String", "P", "P", "D", "E", "E", "Option<String>", "Option<String>", "Option<P>", "Option<i32>",
         "(String, String)", "(String, i32)", "(P, D)", "Box<String>", "Box<P>", "[String; 2]", "[P; 3]", "Vec<String>", "Vec<P>", "G<String>", "Box<(String, String)>"]
FIELDS = {"P": [("a", "String"), ("b", "String"), ("n", "i32")], "D": [("s", "String"), ("n", "i32")], "K": [("x", "i32"), ("y", "bool")],
          "(String, String)": [("0", "String"), ("1", "String")], "(String, i32)": [("0", "String"), ("1", "i32")], "(P, D)": [("0", "P"), ("1", "D")],
          "(i32, bool)": [("0", "i32"), ("1", "bool")], "G<String>": [("v", "String"), ("w", "String")]}
BOXED = {"Box<String>": "String", "Box<P>": "P", "Box<(String, String)>": "(String, String)"}
ARRAYS = {"[String; 2]": ("String", 2), "[P; 3]": ("P", 3)}


class Fn(Writer):
    """Writes one function; remembers whether something is moved or initialised inside a loop."""

    def __init__(self, rng, name):
        super().__init__(rng, name)
        self.budget = rng.randint(4, 16)
        self.loop_effect = False
        # A careful function forgets what it moves and assigns only to `mut` variables: most of these are accepted.
        self.careful = rng.random() < 0.45
        self.outer = []  # how many variables stood outside each open loop
        self.ret = rng.choice(["()", "()", "()", "i32", "String", "P", "Option<i32>"])

    # ---- names and places
    def declare(self, ty, mut=None):
        var = Var(self.fresh(), ty, self.r.random() < 0.5 if mut is None else mut)
        self.scopes[-1].append(var)
        return var

    def places(self, ty, deep=True):
        """Texts of places of a type: variables, fields, box contents."""
        out = []

        def walk(text, t, depth):
            if t == ty:
                out.append(text)
            if depth == 0:
                return
            for field, field_ty in FIELDS.get(t, []):
                walk(f"{text}.{field}", field_ty, depth - 1)
            if t in BOXED:
                walk(f"(*{text})" if depth < 2 else f"(*{text})", BOXED[t], depth - 1)

        for v in self.vars():
            walk(v.name, v.ty, 2 if deep else 0)
        return [p[1:-1] if p.startswith("(*") and p.endswith(")") and p.count("(") == 1 else p for p in out]

    # ---- expressions
    def fresh_value(self, ty):
        r = self.r
        return {"i32": lambda: r.choice(["1", "7", "num()"]), "bool": lambda: r.choice(["true", "cond()"]), "usize": lambda: "1",
                "K": lambda: "K { x: 1, y: true }", "String": lambda: r.choice(["String::new()", 'String::from("s")']), "P": lambda: "mk_p()", "D": lambda: "mk_d()",
                "E": lambda: r.choice(["mk_e()", "E::N", "E::A(String::new())"]), "Option<String>": lambda: r.choice(["None::<String>", "Some(String::new())"]),
                "Option<P>": lambda: r.choice(["None::<P>", "Some(mk_p())"]), "Option<i32>": lambda: r.choice(["None::<i32>", "Some(4)"]),
                "(String, String)": lambda: "(String::new(), String::new())", "(String, i32)": lambda: "(String::new(), 1)", "(P, D)": lambda: "(mk_p(), mk_d())",
                "(i32, bool)": lambda: "(1, true)", "Box<String>": lambda: "Box::new(String::new())", "Box<P>": lambda: "Box::new(mk_p())",
                "[String; 2]": lambda: "[String::new(), String::new()]", "[P; 3]": lambda: "[mk_p(), mk_p(), mk_p()]", "Vec<String>": lambda: "vec![String::new()]",
                "Vec<P>": lambda: "Vec::<P>::new()", "G<String>": lambda: "G { v: String::new(), w: String::new() }",
                "Box<(String, String)>": lambda: "Box::new((String::new(), String::new()))"}[ty]()

    def move(self, place):
        """Whether a careful function may move out of the place; if so it forgets the variable."""
        if not self.careful:
            return True
        root = re.match(r"[(*]*(\w+)", place).group(1)
        if "." in place and any(v.name == root and v.ty in ("D", "(P, D)") for v in self.vars()):
            return False
        visible = [v.name for scope in self.scopes for v in scope]
        if self.loops and root in visible[:self.outer[-1] if self.outer else 0]:
            return False
        for scope in self.scopes:
            scope[:] = [v for v in scope if v.name != root]
        return True

    def used(self):
        if self.loops:
            self.loop_effect = True

    def expr(self, ty, depth=2):
        r = self.r
        places = self.places(ty)
        if places and r.random() < 0.55:
            place = r.choice(places)
            if ty not in COPY:
                if not self.move(place):
                    return self.fresh_value(ty)
                self.used()
            return place
        if depth > 0 and r.random() < 0.45:
            forms = [lambda: f"pass({self.expr(ty, depth - 1)})",
                     lambda: f"if {self.cond(depth - 1)} {{ {self.expr(ty, depth - 1)} }} else {{ {self.expr(ty, depth - 1)} }}",
                     lambda: f"match {self.expr('i32', 0)} {{ 0 => {self.expr(ty, depth - 1)}, _ => {self.expr(ty, depth - 1)} }}",
                     lambda: f"{{ {self.inline(depth - 1)} {self.expr(ty, depth - 1)} }}"]
            option = f"Option<{ty}>"
            if option in ("Option<String>", "Option<P>", "Option<i32>"):
                forms.append(lambda: f"match {self.expr(option, 0)} {{ Some(q) => q, None => {self.expr(ty, 0)} }}")
                forms.append(lambda: f"{self.receiver(option)}.unwrap()")
                if self.ret == "Option<i32>":
                    forms.append(lambda: f"{self.receiver(option)}?")
            for box, inner in BOXED.items():
                if inner == ty:
                    forms.append(lambda box=box: f"*{self.expr(box, 0)}")
                if box == ty:
                    forms.append(lambda inner=inner: f"Box::new({self.expr(inner, depth - 1)})")
            for array, (element, n) in ARRAYS.items():
                if element == ty and self.vars(array) and not self.careful:
                    forms.append(lambda array=array: f"{r.choice(self.vars(array)).name}[{r.choice(['0', '1'])}]")
            if ty == "String":
                forms += [lambda: f"{self.receiver('P')}.into_a()", lambda: f"{self.expr('String', 0)} + \"t\"", lambda: 'format!("{}", ' + self.expr("i32", 0) + ")"]
                if not self.careful:
                    forms += [lambda: "TEXT", lambda: "PAIR.0"] * 2
                if r.random() < 0.3 and self.places("String"):
                    forms += [lambda: f"{r.choice(self.places('String'))}.clone()"]
            if ty == "i32":
                forms += [lambda: f"{self.expr('i32', 0)} + {self.expr('i32', depth - 1)}", lambda: f"{self.receiver('E')}.eat()", lambda: f"{self.receiver('D')}.peek()", lambda: "PAIR.1"]
            if ty == "P":
                forms += [lambda: f"P {{ a: {self.expr('String', depth - 1)}, b: {self.expr('String', 0)}, n: {self.expr('i32', 0)} }}",
                          lambda: f"P {{ a: {self.expr('String', 0)}, ..{self.expr('P', 0)} }}", lambda: f"P {{ n: {self.expr('i32', 0)}, ..{self.expr('P', 0)} }}"]
            if ty == "E":
                forms += [lambda: f"E::A({self.expr('String', depth - 1)})", lambda: f"E::C {{ s: {self.expr('String', 0)}, p: {self.expr('P', depth - 1)} }}"]
            if ty.startswith("Option<"):
                forms += [lambda: f"Some({self.expr(ty[7:-1], depth - 1)})"]
            if ty in ("(String, String)", "(String, i32)", "(P, D)"):
                parts = ty[1:-1].split(", ")
                forms += [lambda: f"({self.expr(parts[0], depth - 1)}, {self.expr(parts[1], 0)})"]
            if ty == "[String; 2]":
                forms += [lambda: f"[{self.expr('String', depth - 1)}, {self.expr('String', 0)}]"]
            if ty == "Vec<String>":
                forms += [lambda: f"vec![{self.expr('String', 0)}, {self.expr('String', 0)}]"]
            return r.choice(forms)()
        return self.fresh_value(ty)

    def receiver(self, ty):
        places = self.places(ty)
        if places and self.r.random() < 0.8:
            place = self.r.choice(places)
            if ty in COPY or self.move(place):
                self.used()
                return f"({place})" if place.startswith("*") else place
        value = self.fresh_value(ty)
        return value if value[0] not in "0123456789" else f"({value})"

    def cond(self, depth=1):
        r = self.r
        forms = [lambda: "cond()", lambda: "cond()", lambda: f"{self.expr('i32', 0)} > {self.expr('i32', 0)}"]
        if self.vars("bool"):
            forms.append(lambda: r.choice(self.vars("bool")).name)
        if self.places("E"):
            forms.append(lambda: f"{r.choice(self.places('E'))}.peek()")
        if depth > 0:
            forms.append(lambda: f"{self.cond(0)} && {self.cond(0)}")
            forms.append(lambda: f"cond() && {{ take({self.expr(r.choice(['String', 'P']), 0)}); true }}")
        return r.choice(forms)()

    def inline(self, depth):
        if self.r.random() < 0.5:
            return ""
        return f"take({self.expr(self.r.choice(['String', 'P', 'E', 'i32']), 0)});"

    # ---- statements
    def block(self, n=None):
        for _ in range(n or self.r.randint(1, 3)):
            self.stmt()

    def let(self):
        r, ty = self.r, self.r.choice(TYPES)
        init = self.expr(ty)
        v = self.declare(ty)
        annotation = f": {ty}" if r.random() < 0.3 else ""
        self.emit(f"let {'mut ' if v.mut else ''}{v.name}{annotation} = {init};")

    def declare_late(self):
        ty = self.r.choice(TYPES)
        if self.careful:
            one, two = self.expr(ty, 1), self.expr(ty, 0)
            v = self.declare(ty)
            self.emit(f"let {'mut ' if v.mut else ''}{v.name}: {v.ty};")
            self.emit(f"if cond() {{ {v.name} = {one}; }} else {{ {v.name} = {two}; }}")
            return
        v = self.declare(ty, self.r.random() < 0.25)
        self.emit(f"let {'mut ' if v.mut else ''}{v.name}: {v.ty};")

    def assign(self):
        r = self.r
        candidates = [v for v in self.vars() if v.mut or not self.careful]
        if not candidates:
            return self.let()
        v = r.choice(candidates)
        self.used()
        self.emit(f"{v.name} = {self.expr(v.ty, 1)};")

    def assign_part(self):
        r = self.r
        candidates = [v for v in self.vars() if v.ty in FIELDS and (v.mut or not self.careful)]
        if not candidates:
            return self.assign()
        v = r.choice(candidates)
        field, ty = r.choice(FIELDS[v.ty])
        value = self.expr(ty, 1)
        if ty == "i32" and r.random() < 0.5:
            self.emit(f"{v.name}.{field} += {value};")
        else:
            self.emit(f"{v.name}.{field} = {value};")

    def use(self):
        r = self.r
        ty = r.choice([v.ty for v in self.vars()] or ["String"])
        places = self.places(ty) or [self.fresh_value(ty)]
        p = r.choice(places)
        plain = "(" not in p and "*" not in p
        writable = plain and (not self.careful or any(v.mut for v in self.vars() if v.name == p.split(".")[0]))
        forms = [lambda: f"take({self.expr(ty, 1)});", lambda: f"drop({self.expr(ty, 0)});", lambda: f"let _ = {p};"]
        if ty not in ("G<String>",):
            forms += [lambda: f'println!("{{:?}}", {p});']
        if ty in ("String", "i32", "Box<String>"):
            forms += [lambda: f'println!("{{}}", {p});']
        if ty in ("String", "Vec<String>", "Vec<P>") and p in places and plain:
            forms += [lambda: f"num() + {p}.len() as i32;"]
        if ty == "String" and writable:
            forms += [lambda: f"{p}.push('c');", lambda: f"{p}.clear();"]
        if ty == "P" and plain:
            forms += [lambda: f"{p}.size();"] + ([lambda: f"{p}.grow();"] if writable else []) + ([] if self.careful else [lambda: f"take({p}.into_a());"])
        if ty in ("E", "D") and plain:
            forms += [lambda: f"{p}.peek();"] + ([lambda: f"{p}.poke();"] if writable else []) + ([] if self.careful else [lambda: f"{p}.eat();"])
        if ty.startswith("Option<") and plain:
            forms += [lambda: f"{p}.is_some();"] + ([lambda: f"take({p}.take());"] if writable else [])
        arrays = [v for v in self.vars() if v.ty in ARRAYS]
        if arrays and not self.careful:
            forms += [lambda: f"take({r.choice(arrays).name}[{r.choice(['0', 'num() as usize'])}]);"] * 3
        self.used()
        self.emit(r.choice(forms)())

    def destructure(self):
        r = self.r
        kind = r.choice(["tuple", "struct", "array", "nested", "box"])
        if kind == "tuple":
            e = self.expr("(String, String)", 1)
            a, b = self.fresh(), self.fresh()
            first, second = r.choice([(a, b), (a, "_"), ("_", b), ("mut " + a, b), ("ref " + a, "_")])
            self.emit(f"let ({first}, {second}) = {e};")
            for text, name in ((first, a), (second, b)):
                if text.endswith(name) and not text.startswith("ref"):
                    self.scopes[-1].append(Var(name, "String", text.startswith("mut")))
        elif kind == "struct":
            e = self.expr("P", 1)
            a = self.fresh()
            self.emit(f"let P {{ a: {a}, .. }} = {e};")
            self.scopes[-1].append(Var(a, "String", False))
        elif kind == "array":
            e = self.expr("[String; 2]", 1)
            a = self.fresh()
            self.emit(f"let {r.choice([f'[{a}, _]', f'[_, {a}]', f'[{a}, ..]', f'[.., {a}]'])} = {e};")
            self.scopes[-1].append(Var(a, "String", False))
        elif kind == "nested":
            e = self.expr("(P, D)", 1)
            a = self.fresh()
            pattern, ty = r.choice([(f"(P {{ b: {a}, .. }}, _)", "String"), (f"(_, {a})", "D"), (f"({a}, _)", "P"), (f"(_, D {{ s: {a}, .. }})", "String")])
            self.emit(f"let {pattern} = {e};")
            self.scopes[-1].append(Var(a, ty, False))
        else:
            e = self.expr("Box<(String, String)>", 0)
            a = self.fresh()
            self.emit(f"let ({a}, _) = *{e};")
            self.scopes[-1].append(Var(a, "String", False))

    def branch(self):
        self.open(f"if {self.cond()} {{")
        self.block()
        self.jump()
        if self.r.random() < 0.5:
            self.close("} else {")
            self.depth += 1
            self.scopes.append([])
            self.block()
            self.jump()
        self.close()

    def jump(self):
        r = self.r
        if r.random() > 0.3:
            return
        forms = []
        if self.loops:
            label, _ = r.choice(self.loops)
            forms += ["break;", "continue;", f"break {label};", f"continue {label};"]
        forms += ["return" + ("" if self.ret == "()" else " " + self.expr(self.ret, 0)) + ";", "die();", 'panic!("x");']
        self.emit(r.choice(forms))

    def match(self):
        r = self.r
        kind = r.choice(["E", "E", "Option<String>", "Option<P>", "Option<i32>", "(String, i32)"])
        self.open(f"match {self.expr(kind, 0)} {{")
        x, y = self.fresh(), self.fresh()
        if kind == "E":
            arms = [(r.choice([f"E::A({x})", "E::A(_)", f"E::A({x}) if cond()", f"E::A(ref {x})"]), {x: "String"}),
                    (r.choice([f"E::C {{ s: {x}, .. }}", f"E::C {{ s: {x}, p: P {{ a: {y}, .. }} }}", f"E::C {{ p: {x}, .. }}", "E::C { .. }"]), {}), ("_", {})]
        elif kind == "(String, i32)":
            arms = [(r.choice([f"({x}, 0)", "(_, 0)", f"({x}, 1..=5)"]), {x: "String"}), (r.choice([f"({x}, {y})", "_", f"{x}"]), {})]
        else:
            inner = kind[7:-1]
            arms = [(r.choice([f"Some({x})", "Some(_)", f"Some({x}) if cond()", f"Some(mut {x})", f"{y} @ Some(_)"]), {x: inner}), (r.choice(["None", "_"]), {}), ("_", {})]
        for pattern, binds in arms:
            self.open(f"{pattern} => {{")
            for name, ty in binds.items():
                if re.search(rf"(?<!ref )\b{name}\b", pattern) and "ref" not in pattern:
                    self.scopes[-1].append(Var(name, ty, f"mut {name}" in pattern))
            self.block(r.randint(1, 2))
            self.jump()
            self.close()
        self.close()

    def if_let(self):
        r = self.r
        inner = r.choice(["String", "P", "i32"])
        x = self.fresh()
        if r.random() < 0.3:
            e = self.expr(f"Option<{inner}>", 0)
            tail = "return" + ("" if self.ret == "()" else " " + self.expr(self.ret, 0))
            self.emit(f"let Some({x}) = {e} else {{ {tail} }};")
            self.scopes[-1].append(Var(x, inner, False))
            return
        e = self.expr(f"Option<{inner}>", 0)
        word = r.choice(["if", "if", "while"]) if not self.careful else "if"
        self.open(f"{word} let Some({x}) = {e} {{")
        self.scopes[-1].append(Var(x, inner, False))
        if word == "while":
            self.loops.append(("", None))
            self.outer.append(sum(map(len, self.scopes[:-1])))
        self.block(r.randint(1, 2))
        if word == "while":
            self.outer.pop()
            self.emit("if cond() { break; }")
            self.loops.pop()
        elif r.random() < 0.4:
            self.close("} else {")
            self.depth += 1
            self.scopes.append([])
            self.block(1)
        self.close()

    def loop(self):
        r = self.r
        label = "'" + self.fresh()
        kind = r.choice(["while", "loop", "for", "for_vec"])
        if kind == "for_vec":
            inner = r.choice(["String", "P"])
            x = self.fresh()
            iterable = self.expr(f"Vec<{inner}>", 0)
            self.open(f"{label}: for {x} in {iterable} {{")
            self.scopes[-1].append(Var(x, inner, False))
        elif kind == "for":
            i = self.fresh()
            self.open(f"{label}: for {i} in 0..num() {{")
            self.scopes[-1].append(Var(i, "i32", False))
        elif kind == "while":
            self.open(f"{label}: while {self.cond()} {{")
        else:
            self.open(f"{label}: loop {{")
        self.loops.append((label, kind))
        self.outer.append(sum(map(len, self.scopes[:-1])))
        self.block(r.randint(1, 4))
        self.outer.pop()
        if kind == "loop":
            self.emit("if cond() { break; }")
            if r.random() < 0.5:
                self.stmt()
        self.loops.pop()
        self.close()

    def stmt(self):
        self.budget -= 1
        if self.budget < 0:
            return self.use()
        simple = [self.let] * 4 + [self.declare_late] * 2 + [self.assign] * 4 + [self.assign_part] * 2 + [self.use] * 6 + [self.destructure] * 2
        nested = [self.branch] * 3 + [self.match] * 2 + [self.if_let] * 2 + [self.loop] * 3 if self.depth < 5 else []
        self.r.choice(simple + nested)()

    def text(self):
        params = []
        for _ in range(self.r.randint(0, 3)):
            v = self.declare(self.r.choice(TYPES))
            params.append(f"{'mut ' if v.mut else ''}{v.name}: {v.ty}")
        while self.budget > 0:
            self.stmt()
        if self.ret != "()":
            self.emit(self.expr(self.ret, 1))
        arrow = "" if self.ret == "()" else f" -> {self.ret}"
        return f"pub fn {self.name}({', '.join(params)}){arrow} {{\n" + "\n".join(self.lines) + "\n}\n"


ALLOWED = {"E0381", "E0382", "E0384", "E0507", "E0508", "E0509", "E0594", "E0596", "E0505", "E0502", "E0716"}


def make_file(seed, count):
    rng = random.Random(seed)
    text, spans = PRELUDE, []
    for i in range(count):
        fn = Fn(rng, f"f{i}")
        body = fn.text()
        first = text.count("\n") + 1
        text += body
        spans.append((fn.name, first, text.count("\n"), ["effect in a loop"] if fn.loop_effect else []))
    return text, spans


if __name__ == "__main__":
    sys.exit(Fuzz(__doc__, make_file, PRELUDE, ALLOWED, "moves").main())
