"""Programs of one stress shape and size: the shapes on which borrow checkers blow up. Those in ACCEPTED are fine to rustc, each function in REJECTED makes as
many errors as its size says."""


def rot(n):
    """Cyclic rotation of n references in a loop."""
    owners = "".join(f"let s{i} = String::new(); let mut r{i} = &s{i};\n" for i in range(n))
    turns = "".join(f"r{i} = r{i + 1};\n" for i in range(n - 1))
    return f"pub fn f(c: i32) -> usize {{\n{owners}for _ in 0..c {{\nlet t = r0;\n{turns}r{n - 1} = t;\n}}\n{' + '.join(f'r{i}.len()' for i in range(n))}\n}}\n"


def seq(n):
    """Short borrows, one after another."""
    return "fn g(x: &mut i32) -> &mut i32 { x }\npub fn f(mut a: i32) -> i32 {\n" + "".join(f"let r{i} = g(&mut a); *r{i} += 1;\n" for i in range(n)) + "a\n}\n"


def held(n):
    """Shared loans that all live to the end."""
    lets = "".join(f"let x{i} = a[0]; let r{i} = &x{i};\n" for i in range(n))
    return f"pub fn f(a: &[i32]) -> i32 {{\n{lets}{' + '.join(f'*r{i}' for i in range(n))}\n}}\n"


def lit(n):
    """A vec! of borrows."""
    return "pub fn f() { let x = 1; let v = vec![" + ", ".join("&x" for _ in range(n)) + "]; drop(v) }\n"


def arms(n):
    """A match each of whose arms may return a borrow."""
    head = "use std::collections::HashMap;\npub fn f<'a>(m: &'a mut HashMap<u32, String>, k: u32) -> Option<&'a mut String> {\nmatch k {\n"
    return head + "".join(f"{i} => {{ let x = m.get_mut(&{i}u32)?; x.push('a'); Some(x) }}\n" for i in range(n)) + "_ => None,\n}\n}\n"


def drops(n):
    """Owners that are moved on some ways only."""
    lets = "".join(f"let s{i} = String::new();\n" for i in range(n))
    return f"fn eat(_: String) {{}}\npub fn f(c: &[bool]) {{\n{lets}" + "".join(f"if c[{i}] {{ eat(s{i}); }}\n" for i in range(n)) + "}\n"


def nest(n):
    """Loops in loops, each with a borrow."""
    return "pub fn f(v: &mut Vec<i32>) {\n" + "".join(f"for i{i} in 0..2 {{ let r{i} = &mut *v; r{i}.push(i{i});\n" for i in range(n)) + "}" * n + "}\n"


def deep(n):
    """References to references."""
    return f"pub fn f<'a>(x: &'a i32) -> i32 {{ let y = {'&' * n}x; {'*' * (n + 1)}y }}\n"


def inv(n):
    """Loans that all go into one Vec."""
    owners = "".join(f"let x{i} = {i};\n" for i in range(n))
    return f"pub fn f() -> usize {{\n{owners}let mut v: Vec<&i32> = vec![];\n" + "".join(f"v.push(&x{i});\n" for i in range(n)) + "v.len()\n}\n"


def guards(n):
    """Values with destructors, and a way out after each."""
    head = "pub struct G<'a>(&'a i32);\nimpl Drop for G<'_> { fn drop(&mut self) {} }\npub fn f(c: &[bool], x: &i32) -> i32 {\n"
    return head + "".join(f"let g{i} = G(x); if c[{i}] {{ return {i}; }}\n" for i in range(n)) + "0\n}\n"


def local_guards(n):
    """The same over a local: their regions are asked for."""
    return guards(n).replace(", x: &i32) -> i32 {", ") -> i32 {\nlet x = 1;").replace("G(x)", "G(&x)")


def chain(n):
    """Reborrows of reborrows."""
    return "pub fn f(r0: &mut i32) {\n" + "".join(f"let r{i + 1} = &mut *r{i};\n" for i in range(n)) + f"*r{n} = 1;\n}}\n"


def bigmatch(n):
    """Arms with guards."""
    return "pub fn f(x: (u32, u32), mut k: u32) -> u32 {\nmatch x {\n" + "".join(f"({i}, y) if y > k => {{ k += y; k }}\n" for i in range(n)) + "_ => 0,\n}\n}\n"


def fields(n):
    """A struct of n fields, all moved on some ways only."""
    struct = "pub struct S {\n" + "".join(f"f{i}: String,\n" for i in range(n)) + "}\nfn eat(_: String) {}\n"
    return struct + "pub fn f(s: S, c: &[bool]) {\n" + "".join(f"if c[{i}] {{ eat(s.f{i}); }}\n" for i in range(n)) + "}\n"


def conflicts(n):
    """Errors in one body, each soon after its borrow."""
    return "pub fn f(a: &mut Vec<i32>) {\n" + "".join(f"let r{i} = &a[{i}]; a.push({i}); let _s{i} = *r{i};\n" for i in range(n)) + "}\n"


def held_conflicts(n):
    """Errors in one body, whose borrows are used at its end."""
    lets = "".join(f"let mut x{i} = {i}; let r{i} = &x{i}; x{i} = 1;\n" for i in range(n))
    return f"pub fn f() {{\n{lets}" + "".join(f"let _y{i} = *r{i};\n" for i in range(n)) + "}\n"


def moves(n):
    """Uses of moved values."""
    return "fn eat(_: String) {}\npub fn f() {\n" + "".join(f"let s{i} = String::new(); eat(s{i}); eat(s{i});\n" for i in range(n)) + "}\n"


ACCEPTED = [rot, seq, held, lit, arms, drops, nest, deep, inv, guards, local_guards, chain, bigmatch, fields]
REJECTED = [conflicts, held_conflicts, moves]
