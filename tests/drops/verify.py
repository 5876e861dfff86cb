#!/usr/bin/env python3
"""`lien check --verify` and `//~ DROP`: what is annotated rightly passes; a wrong order, a drop too few or too many, a wrong name, an exit left out and an annotation
too many are each told, at the place.

    verify.py LIEN"""
import json, os, pathlib, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])

PRELUDE = """struct D;
impl Drop for D { fn drop(&mut self) {} }
struct P { a: D, b: D }
fn mk() -> D { D }
"""
LINES = PRELUDE.count("\n")


def differences(text):
    """(line in `text`, message) of each difference."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "f.rs").write_text(PRELUDE + text, encoding="utf-8")
        run = subprocess.run([LIEN, "check", "--verify", "--format=json", "f.rs"], capture_output=True, text=True, cwd=folder, timeout=60)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    found = [(d["spans"][0]["line_start"] - LINES, d["message"]) for d in found if d["spans"]]
    assert run.returncode == (1 if found else 0), (run.returncode, run.stdout)
    return found


def expect(text, *expected):
    found = sorted(differences(text))
    assert found == sorted(expected), f"{found}\nfor\n{text}"


def end(list_, text="let a = mk(); let b = mk();"):
    """A function that ends in `} //~ DROP list_`."""
    return f"fn f() {{\n    {text}\n}} //~ DROP {list_}\n"


@test
def right():
    expect(end("b, a"))
    expect(end("b,a"))
    expect(end("p.b, p{box}", "let p = Box::new(mk()); let b = *p;").replace("p.b, p{box}", "b, p{box}"))
    expect("fn f(p: P) {\n drop(p.a);\n} //~ DROP p.b\n")
    expect("fn f(c: bool) {\n let a = mk();\n if c {\n return; //~ DROP a\n }\n drop(a);\n}\n")


@test
def wrong_order():
    expect(end("a, b"), (3, "the exit `scope` at 7:1 drops b, a, not a, b"))


@test
def too_few():
    expect(end("b"), (3, "the exit `scope` at 7:1 drops b, a, not b"))
    expect(end("nothing"), (3, "the exit `scope` at 7:1 drops b, a, not nothing"))


@test
def too_many():
    expect(end("b, a, a"), (3, "the exit `scope` at 7:1 drops b, a, not b, a, a"))
    expect(end("a, a", "let a = mk(); let b = mk(); drop(b);"), (3, "the exit `scope` at 7:1 drops a, not a, a"))


@test
def wrong_name():
    expect(end("b, c"), (3, "the exit `scope` at 7:1 drops b, a, not b, c"))
    expect("fn f(p: P) {\n drop(p.a);\n} //~ DROP p\n", (3, "the exit `scope` at 7:1 drops p.b, not p"))
    expect("fn f(p: P) {\n drop(p.a);\n} //~ DROP p.a\n", (3, "the exit `scope` at 7:1 drops p.b, not p.a"))


@test
def ambiguous():
    """`?` belongs to the name: with it where the drop depends on the path, without it where it does not."""
    head = "#[allow(unknown_lints, ambiguous_drop)]\nfn f(c: bool, a: D) {\n if c { drop(a); }\n} //~ DROP "
    expect(head + "a?\n")
    expect(head + "a\n", (4, "the exit `scope` at 8:1 drops a?, not a"))
    expect(end("b, a?"), (3, "the exit `scope` at 7:1 drops b, a, not b, a?"))


@test
def temporaries():
    """By their source in backticks, blanks made one; `...` stands for the rest."""
    text = "fn g(_: &D, _: &[u32]) {}\nfn f() {\n g(&mk(), &[1, 2]); //~ DROP `mk()`\n}\n"
    expect(text)
    expect(text.replace("`mk()`", "`m...`"))
    expect(text.replace("`mk()`", "`k...`"), (3, "the exit `scope` at 7:19 drops `mk()`, not `k...`"))
    expect(text.replace("`mk()`", "mk()"), (3, "the exit `scope` at 7:19 drops `mk()`, not mk()"))
    expect("fn two(a: D, b: D) -> D { drop(b); a }\nfn f() {\n two(mk(),\n     mk()); //~ DROP `two(mk(), mk())`\n}\n")


@test
def arrows():
    expect("fn f() {\n let a = mk();\n}\n//~^ DROP a\n")
    expect("fn f() {\n let a = mk();\n}\n//~^^ DROP a\n", (3, "not annotated: the exit `scope` at 7:1 drops a"),
           (4, "drops were expected on line 6: a; no other exit of a judged function there drops anything"))
    expect("fn f() {\n let a = mk();\n //~v DROP a\n}\n")
    expect("fn f() {\n {\n let a = mk();\n }\n //~^ DROP a\n let b = mk(); { let c = mk(); }\n //~^ DROP c\n} //~ DROP b\n")


@test
def several_on_a_line():
    """In the order of the columns."""
    text = "fn f(c: bool) {\n let a = mk(); { let b = mk(); } if c { return; }\n //~^ DROP b\n //~| DROP a\n} //~ DROP a\n"
    expect(text)
    expect(text.replace("DROP b\n //~| DROP a", "DROP a\n //~| DROP b"),
           (3, "the exit `scope` at 6:32 drops b, not a"), (4, "the exit `return` at 6:41 drops a, not b"))
    # One that is left out leaves the others in peace.
    expect(text.replace(" //~| DROP a\n", ""), (2, "not annotated: the exit `return` at 6:41 drops a"))
    expect(text.replace(" //~^ DROP b\n //~| DROP a\n", " //~^ DROP a\n"), (2, "not annotated: the exit `scope` at 6:32 drops b"))


@test
def completely():
    """A function with an annotation is compared as a whole, others not at all."""
    other = "fn other() {\n let z = mk();\n}\n"
    expect(other)
    expect(end("b, a") + other)
    expect("fn f(c: bool) {\n let a = mk();\n if c {\n return;\n }\n} //~ DROP a\n", (4, "not annotated: the exit `return` at 8:2 drops a"))
    # An inner function is a function of its own.
    expect("fn f() {\n let a = mk();\n fn inner() {\n let b = mk();\n } //~ DROP b\n}\n")


@test
def nothing():
    """A path that drops nothing, where another path through the same scope end drops the same value."""
    text = "fn f(c: bool) {\n let (true, d) = (c, mk()) else { return };\n //~^ DROP nothing\n //~| DROP `(c, mk())`\n} //~ DROP d\n"
    expect(text)
    expect(text.replace(" //~^ DROP nothing\n //~|", " //~^"), (2, "not annotated: the exit `scope` at 6:43 drops nothing"))


@test
def no_exit_here():
    expect(end("b, a") + "//~ DROP c\n", (4, "drops were expected on line 8: c; no other exit of a judged function there drops anything"))
    expect("fn f(c: bool) {} //~ DROP c\n", (1, "drops were expected on line 5: c; no other exit of a judged function there drops anything"))


@test
def not_judged():
    text = "fn f(a: D) {\n drop(a); drop(a); //~ ERROR E0382\n} //~ DROP a\n"
    expect(text, (1, "drops were expected in `f`, which was not judged: it has no schedule"),
           (3, "drops were expected on line 7: a; no other exit of a judged function there drops anything"))


@test
def beside_findings():
    """Annotations of both kinds stand side by side; an ambiguous drop is a finding where it is not allowed."""
    text = "fn f(c: bool, a: D) {\n if c { drop(a); }\n} //~ ERROR L0100\n//~| DROP a?\nfn g(a: D) { drop(a); drop(a); } //~ ERROR E0382\n"
    expect(text)
    expect(text.replace("DROP a?", "DROP a"), (4, "the exit `scope` at 7:1 drops a?, not a"))
    assert len(differences(text.replace(" //~ ERROR L0100\n//~|", " //~"))) == 1


run_all()
