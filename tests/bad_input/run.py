#!/usr/bin/env python3
"""What bad input gets: a clear diagnostic with a position or a plain verdict, in bounded time and memory; the other files are still judged.

    run.py LIEN [--slow-machine]"""
import json, os, pathlib, resource, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])
# Sanitizers reserve address space beyond any limit and slow everything down.
SANITIZED = "--sanitized" in sys.argv
MEMORY = None if SANITIZED else 4 << 30
TIMEOUT = 300 if SANITIZED else 60
GOOD = "fn main() {}\n"


def limit():
    if MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def lien(*args, stdin=None, cwd=None):
    """Runs `lien check`; returns exit status and findings as (file, code or name, line, column, message)."""
    run = subprocess.run([LIEN, "check", "--format=json", "--jobs=1", *args], input=stdin, capture_output=True, timeout=TIMEOUT, cwd=cwd, preexec_fn=limit)
    findings = []
    for line in run.stdout.decode("utf-8").splitlines():
        d = json.loads(line)
        if "lien" in d:
            span = d["spans"][0] if d["spans"] else {"file_name": None, "line_start": 0, "column_start": 0}
            findings.append((span["file_name"], d["lien"]["name"], span["line_start"], span["column_start"], d["message"]))
    assert run.returncode in (0, 1, 2), f"exit status {run.returncode}: {run.stderr[-500:]}"
    return run.returncode, findings


def judge(content, name="f.rs"):
    """The exit status and the findings for one file, which is judged beside a good one."""
    with tempfile.TemporaryDirectory() as folder:
        data = content if isinstance(content, bytes) else content.encode()
        pathlib.Path(folder, name).write_bytes(data)
        pathlib.Path(folder, "z_good.rs").write_text(GOOD)
        status, findings = lien(name, "z_good.rs", cwd=folder)
        assert not [f for f in findings if f[0] == "z_good.rs"], "the good file was not accepted"
        return status, findings


def expect(found, status, *findings):
    """Compares with (name, line, column) triples."""
    got_status, got = found
    assert got_status == status, f"exit status {got_status}, not {status}: {got[:3]}"
    assert [f[1:4] for f in got] == list(findings), f"{[f[1:] for f in got[:5]]}, not {findings}"


@test
def missing_file():
    status, findings = lien("no_such_file.rs")
    assert status == 2 and findings[0][1] == "io" and "no_such_file.rs" in findings[0][4]  # kind: io


@test
def unreadable_file():
    with tempfile.TemporaryDirectory() as folder:
        os.symlink("nowhere.rs", os.path.join(folder, "f.rs"))
        status, findings = lien("f.rs", cwd=folder)
        assert status == 2 and findings[0][1] == "io"


@test
def folder_without_sources():
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "readme.txt").write_text("fn")
        status, findings = lien(folder)
        assert status == 2 and findings[0][1] == "io" and folder in findings[0][4]


@test
def folder_with_sources_and_gitignore():
    with tempfile.TemporaryDirectory() as folder:
        for name in ["a.rs", "skip.rs", "sub/b.rs", "target/c.rs", ".hidden/d.rs"]:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text("fn x(\n")
        pathlib.Path(folder, ".gitignore").write_text("skip.rs\n/target\n")
        _, findings = lien(".", cwd=folder)
        assert sorted({f[0] for f in findings}) == ["a.rs", "sub/b.rs"], findings
        _, findings = lien("skip.rs", cwd=folder)
        assert {f[0] for f in findings} == {"skip.rs"}


@test
def standard_input():
    status, findings = lien("-", "--stdin-filename", "given.rs", stdin=b"fn x(\n")
    assert status == 1 and findings[0][0] == "given.rs", findings


@test
def invalid_utf8():
    status, findings = judge(b"fn f() {}\n// \xc3\x28\n")
    assert status == 2 and findings[0][1] == "invalid-utf8" and findings[0][2:4] == (2, 4), findings  # kind: invalid-utf8
    assert "byte 13" in findings[0][4], findings


@test
def nul_byte():
    status, findings = judge(b"fn f() {}\n\0fn g() {}\n")
    assert status == 1 and findings[0][1:4] == ("syntax", 2, 1), findings


@test
def byte_order_mark():
    expect(judge("\ufefffn main() {}\n"), 0)


@test
def byte_order_mark_and_error():
    expect(judge("\ufefffn f() { let x: = 1; }\n"), 1, ("syntax", 1, 17))


@test
def crlf():
    expect(judge(b"fn main() {\r\n    let _a = 1;\r\n}\r\n"), 0)


@test
def empty_file():
    expect(judge(""), 0)


@test
def unterminated_string():
    expect(judge('fn f() {\n    let s = "abc;\n}\n'), 1, ("E0765", 2, 13))


@test
def unterminated_comment():
    expect(judge("fn f() {}\n/* open\n"), 1, ("E0758", 2, 1))


@test
def nested_brackets():
    status, findings = judge("fn f() { " + "(" * 10_000 + "1" + ")" * 10_000 + "; }\n")
    assert status in (0, 2) and all(f[1] == "L0003" for f in findings), findings[:3]


@test
def three_thousand_levels_are_past_it():
    status, findings = judge("fn f() -> i32 { " + "(" * 3_000 + "1" + ")" * 3_000 + " }\nfn g() {}\n")
    assert status == 2 and [f[1] for f in findings] == ["L0003"], findings[:3]  # kind: L0003


@test
def two_files_for_one_module():
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "main.rs").write_text("mod shapes;\nfn main() {}\n")
        pathlib.Path(folder, "shapes.rs").write_text("")
        pathlib.Path(folder, "shapes").mkdir()
        pathlib.Path(folder, "shapes", "mod.rs").write_text("")
        status, findings = lien("main.rs", cwd=folder)
        assert status == 1 and [f[1:4] for f in findings] == [("E0761", 1, 1)], findings  # kind: E0761


@test
def annotation_that_is_not_met():
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "f.rs").write_text("fn main() {} //~ ERROR E0382\n")
        status, findings = lien("--verify", "f.rs", cwd=folder)
        assert status == 1 and [f[1:3] for f in findings] == [("verify", 1)], findings  # kind: verify


@test
def nested_blocks():
    status, findings = judge("fn f() " + "{" * 10_000 + "}" * 10_000 + "\n")
    assert status in (0, 2) and all(f[1] == "L0003" for f in findings), findings[:3]


def past_the_limit(before, opening, core, closing, after, depth=3_000):
    """Nesting beyond the limit is declined, and nothing is derived from what was not read; what stands beside it is judged."""
    status, findings = judge(before + opening * depth + core + closing * depth + after + "\nfn other() -> u8 { 1 }\nfn user() -> u8 { other() }\n")
    assert status == 2 and [f[1] for f in findings] == ["L0003"], findings[:3]


@test
def parentheses_past_the_limit():
    past_the_limit("fn f() -> i32 { ", "(", "1", ")", " }")
    past_the_limit("const A: i32 = ", "(", "1", ")", ";")
    past_the_limit("fn f(x: [u8; ", "(", "1", ")", "]) {}")


@test
def blocks_past_the_limit():
    past_the_limit("fn f() -> i32 ", "{", "1", "}", "")
    past_the_limit("fn f() { ", "if true {", "", "}", " }")
    past_the_limit("", "fn f() {", "", "}", "")
    past_the_limit("", "mod m {", "", "}", "")


@test
def expressions_past_the_limit():
    past_the_limit("fn g(x: u8) -> u8 { x } fn f() -> u8 { ", "g(", "1", ")", " }")
    past_the_limit("fn f() { let x = ", "|| ", "1", "", "; }")
    past_the_limit("fn f() { ", "match 1 { _ => ", "{}", "}", " }")
    past_the_limit("fn f() { ", "vec![", "1", "]", "; }")


@test
def types_past_the_limit():
    past_the_limit("fn f(x: ", "(", "u8", ",)", ") {}")
    past_the_limit("fn f(x: ", "&", "u8", "", ") {}")
    past_the_limit("struct S { field: ", "Option<", "u8", ">", " } fn f(s: S) {}")


@test
def patterns_past_the_limit():
    past_the_limit("fn f(x: u8) { let ", "(", "y", ")", " = x; }")
    past_the_limit("fn f(x: Option<u8>) { match x { ", "Some(", "y", ")", " => {} } }")


@test
def open_brackets():
    status, findings = judge("fn f() { " + "[" * 10_000)
    assert status in (1, 2) and findings, findings[:3]


@test
def thousand_levels_are_within_the_limit():
    status, findings = judge("fn f() -> i32 { " + "(" * 1_000 + "1" + ")" * 1_000 + " }\n")
    assert not [f for f in findings if f[1] == "L0003"], findings[:3]


@test
def many_references():
    status, findings = judge("fn f() { let _x = " + "&" * 100_000 + "1; }\n")
    assert status == 2 and [f[1] for f in findings] == ["L0003"], findings[:3]


def many_borrows(borrow, count, use="y"):
    return judge("fn f(mut x: i32) { let y = " + borrow * count + "x; " + use + "; }\nfn g() {}\n")


@test
def two_thousand_borrows_are_within_the_limit():
    expect(many_borrows("&", 2_000), 0)
    expect(many_borrows("&", 2_000, "*" * 2_000 + "y"), 0)
    expect(many_borrows("&mut ", 1_000, "*" * 1_000 + "y"), 0)
    expect(many_borrows("&", 1_000, "x = 2; y"), 1, ("E0506", 1, 1_031))


@test
def too_many_lifetimes():
    for status, findings in (many_borrows("&mut ", 2_000), many_borrows("&", 2_000, "x = 2; y"), many_borrows("&", 2_049)):
        assert status == 2 and [f[1] for f in findings] == ["L0003"], findings[:3]


def compared(left, right):
    return judge("fn f(a: &u8, b: &u8) -> bool { " + "&" * left + "a == " + "&" * right + "b }\n")


@test
def compared_references():
    """Each level may be `&A == &B` or `&A == &mut B`: what is asked twice must not be looked into twice."""
    expect(compared(60, 60), 0)
    expect(compared(60, 61), 1, ("E0277", 1, 94))
    for depth in (120, 200, 1_000):  # rustc ends at 127 with E0275
        status, findings = compared(depth, depth)
        assert status == 2 and {f[1] for f in findings} <= {"L0001", "L0003"}, findings[:3]


IMPLS = """pub struct A<T>(T); pub struct B<T>(T); pub struct S<T>(T);
fn h<T: Clone>(_: &T) {}
impl<T> Clone for S<%s> where A<%s>: Clone, B<%s>: Clone { fn clone(&self) -> Self { loop {} } }
impl<T> Clone for A<%s> where S<%s>: Clone, S<%s>: Clone { fn clone(&self) -> Self { loop {} } }
impl<T> Clone for B<%s> where S<%s>: Clone, S<%s>: Clone { fn clone(&self) -> Self { loop {} } }
"""


@test
def bounds_that_grow():
    """Each bound demands two of a larger type, without end (E0275 of rustc), be the type known or not."""
    impls = IMPLS % ("T", "T", "T", "T", "A<T>", "B<T>", "T", "A<T>", "B<T>")
    for body in ("fn f(s: S<u8>) { h(&s) }\n", "fn f() { let mut x = vec![]; let y = S(x); h(&y); x = y.0; x.push(1u8); }\n"):
        status, findings = judge(impls + body)
        assert status == 2 and {f[1] for f in findings} <= {"L0001", "L0002"} and any(f[2] == 6 for f in findings), findings[:3]


@test
def bounds_that_meet():
    """Each bound demands two of a smaller type, the same two as its neighbour does."""
    impls = IMPLS % (("Option<T>",) + ("T",) * 2 + ("Option<T>",) + ("T",) * 2 + ("Option<T>",) + ("T",) * 2)
    status, findings = judge(impls + "fn f(z: u8) { let mut x = vec![]; h(&S(" + "Some(" * 60 + "x" + ")" * 60 + ")); x = vec![z]; }\n")
    assert status in (1, 2) and findings, findings[:3]


@test
def long_else_if_chain():
    status, findings = judge("fn f(x: i32) -> i32 { " + "".join(f"if x == {i} {{ {i} }} else " for i in range(100_000)) + "{ 0 } }\n")
    assert status in (0, 2), findings[:3]


@test
def long_operator_chain():
    status, findings = judge("fn f(x: u64) -> u64 { x" + " + 1" * 100_000 + " }\n")
    assert status in (0, 2), findings[:3]


@test
def long_method_chain():
    status, findings = judge("fn f(x: i32) -> i32 { x" + ".clone()" * 20_000 + " }\n")
    assert status in (0, 2), findings[:3]


@test
def long_identifier():
    name = "a" * 1_000_000
    expect(judge(f"fn main() {{ let {name} = 1; let _y = {name}; }}\n"), 0)


@test
def large_file():
    """100 MB of functions."""
    if SANITIZED:
        return
    body = "".join(f"fn f{i}(x: i32) -> i32 {{\n    // {'x' * 80}\n    x + {i}\n}}\n" for i in range(1000))
    bad = "fn broken( {\n"
    copies = (100 << 20) // len(body)
    content = "".join(f"mod m{i} {{\n{body}}}\n" for i in range(copies)) + bad
    status, findings = judge(content)
    assert status in (1, 2) and findings, findings[:3]


run_all()
