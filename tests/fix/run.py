#!/usr/bin/env python3
"""`check --fix` and `check --diff` from outside: what is on disk afterwards, what is told, and that patch and git read the differences.

    run.py LIEN"""
import atexit, json, os, pathlib, shutil, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])
BROKEN = "fn main() {\n    let x = 1;\n    x = 2;\n}\n"
FIXED = "fn main() {\n    let mut x = 1;\n    x = 2;\n}\n"
# A machine may apply nothing here.
STUCK = "fn main() {\n    let v = vec![1];\n    drop(v);\n    drop(v);\n}\n"


def folder(**files):
    """A folder with these files; `a__b` is the file a/b.rs, and a text may be bytes."""
    path = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    for name, text in files.items():
        file = path / (name.replace("__", "/") + ".rs")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(0o777)
    return path


def check(path, *args, stdin=None, user=None):
    """`lien check` there; as a user without rights where the test is about rights."""
    demote = (lambda: os.setuid(user)) if user is not None and os.getuid() == 0 else None
    run = subprocess.run([LIEN, "check", "--color=never", *args], input=stdin, capture_output=True, cwd=path, preexec_fn=demote, timeout=60)
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def left_over(path):
    return [f for f in os.listdir(path) if not f.endswith(".rs")]


@test
def a_file_is_fixed_and_what_is_left_reported():
    path = folder(f=BROKEN, g=STUCK)
    status, out, err = check(path, "--fix", "f.rs")
    assert (status, out) == (0, "") and "1 rewrite in 1 file" in err, (status, out, err)
    assert (path / "f.rs").read_text() == FIXED
    status, out, _ = check(path, "--fix", "g.rs")
    assert status == 1 and "E0382" in out, (status, out)
    assert (path / "g.rs").read_text() == STUCK
    assert not left_over(path)


@test
def places_are_those_of_the_fixed_text():
    path = folder(f="fn f() {\n    let x = 1; x = 2; let v = vec![1]; drop(v); drop(v);\n}\nfn main() {}\n")
    _, out, _ = check(path, "--fix", "--format=json", "f.rs")
    found = [json.loads(line) for line in out.splitlines()]
    place = next(d for d in found if d["code"])["spans"][0]
    assert place["text"][0]["text"].startswith("    let mut x"), place


@test
def permissions_are_kept():
    path = folder(f=BROKEN)
    (path / "f.rs").chmod(0o750)
    assert check(path, "--fix", "f.rs")[0] == 0
    assert (path / "f.rs").stat().st_mode & 0o777 == 0o750


@test
def a_link_is_followed():
    path = folder(real__f=BROKEN)
    os.symlink("real/f.rs", path / "f.rs")
    assert check(path, "--fix", "f.rs")[0] == 0
    assert (path / "f.rs").is_symlink() and (path / "real/f.rs").read_text() == FIXED


@test
def folders_are_fixed_by_many_workers_in_the_same_way():
    files = {f"f{i}": BROKEN if i % 3 else STUCK for i in range(40)}
    told = []
    for jobs in ["1", "7"]:
        path = folder(**files)
        told.append(check(path, "--fix", "--jobs", jobs, "."))
        assert told[-1][0] == 1
        for i in range(40):
            assert (path / f"f{i}.rs").read_text() == (FIXED if i % 3 else STUCK)
    assert told[0] == told[1]


@test
def modules_are_fixed_with_their_root():
    path = folder(a="mod m;\nfn main() {}\n", m="pub fn f(n: i32) {\n    n = 1;\n}\n")
    assert check(path, "--fix", "a.rs")[0] == 0
    assert "mut n: i32" in (path / "m.rs").read_text()


@test
def two_roots_that_share_a_module():
    module = "pub fn f(n: i32) {\n    n = 1;\n}\n"
    files = {"a": "mod m;\nfn main() {}\n", "b": "mod m;\nfn main() { let x = 1; x = 2; }\n", "m": module}
    path = folder(**files)
    status, out, err = check(path, "--fix", "a.rs", "b.rs")
    assert status == 0 and out == "", (out, err)
    assert (path / "m.rs").read_text() == module.replace("n:", "mut n:")
    assert "let mut x" in (path / "b.rs").read_text()
    path = folder(**files)
    status, out, err = check(path, "--diff", "a.rs", "b.rs")
    assert status == 0 and out.count("+++ b/m.rs") == 1 and out.count("+++ b/b.rs") == 1, out
    assert (path / "m.rs").read_text() == module


@test
def a_read_only_file_is_left_alone_and_the_others_are_fixed():
    path = folder(f=BROKEN, g=BROKEN)
    (path / "f.rs").chmod(0o444)
    status, out, _ = check(path, "--fix", "f.rs", "g.rs")
    assert status == 2 and "cannot fix `f.rs`: it is read-only" in out and "E0384" in out, (status, out)
    assert (path / "f.rs").read_text() == BROKEN and (path / "g.rs").read_text() == FIXED


@test
def a_folder_that_takes_no_file():
    path = folder(f=BROKEN, inner__f=BROKEN)
    (path / "f.rs").chmod(0o666)
    (path / "inner/f.rs").chmod(0o666)
    (path / "inner").chmod(0o555)
    status, out, _ = check(path, "--fix", "f.rs", "inner/f.rs", user=65534)
    assert status == 2 and "cannot fix `inner/f.rs`: no file can be made beside it: Permission denied" in out.replace("permission", "Permission"), (status, out)
    assert (path / "inner/f.rs").read_text() == BROKEN and (path / "f.rs").read_text() == FIXED


@test
def a_missing_file_and_a_folder_without_sources():
    path = folder(f=BROKEN)
    (path / "empty").mkdir()
    status, out, _ = check(path, "--fix", "none.rs", "empty", "f.rs")
    assert status == 2 and "none.rs" in out and "empty" in out and (path / "f.rs").read_text() == FIXED


@test
def what_is_not_text_is_left_alone():
    path = folder(f=BROKEN.encode() + b"// \xff\n")
    assert check(path, "--fix", "f.rs")[0] == 2
    assert (path / "f.rs").read_bytes().endswith(b"\xff\n") and b"mut" not in (path / "f.rs").read_bytes()


@test
def line_breaks_and_byte_order_marks_are_kept():
    text = ("\ufeff" + BROKEN.rstrip("\n")).replace("\n", "\r\n").encode()
    path = folder(f=text)
    assert check(path, "--fix", "f.rs")[0] == 0
    assert (path / "f.rs").read_bytes() == text.replace(b"let x", b"let mut x")


@test
def standard_input_becomes_standard_output():
    path = folder()
    status, out, err = check(path, "--fix", "-", stdin=BROKEN.encode())
    assert (status, out) == (0, FIXED), (status, out)
    status, out, err = check(path, "--fix", "-", stdin=STUCK.encode())
    assert (status, out) == (1, STUCK) and "E0382" in err, (status, out)
    status, out, err = check(path, "--fix", "-", stdin=b"fn main( {")
    assert (status, out) == (1, "fn main( {"), (status, out)
    run = subprocess.run([LIEN, "check", "--fix", "-"], input=b"// \xff\n", capture_output=True)
    assert run.returncode == 2 and run.stdout == b"// \xff\n"


@test
def combinations_that_make_no_sense():
    path = folder(f=BROKEN)
    for args in [["--fix", "--diff", "f.rs"], ["--fix", "--verify", "f.rs"], ["--diff", "--format=json", "f.rs"], ["--fix", "--format=json", "-"]]:
        status, out, err = check(path, *args, stdin=b"")
        assert status == 2 and out == "" and "Try `lien check --help`" in err, (args, status, err)
    assert (path / "f.rs").read_text() == BROKEN


@test
def differences_are_shown_and_nothing_is_written():
    path = folder(f=BROKEN)
    status, out, err = check(path, "--diff", "f.rs")
    assert status == 0 and out.startswith("--- a/f.rs\n+++ b/f.rs\n@@ -1,4 +1,4 @@\n"), out
    assert (path / "f.rs").read_text() == BROKEN
    status, out, err = check(path, "--diff", "--error-format=json", "f.rs")
    assert status == 0 and out.startswith("--- a/f.rs"), out
    path = folder(f=STUCK)
    status, out, err = check(path, "--diff", "f.rs")
    assert status == 1 and out == "" and "E0382" in err, (status, out, err)


def applies(tool, path, diff):
    fresh = folder()
    shutil.copytree(path, fresh, dirs_exist_ok=True)
    run = subprocess.run(tool, input=diff.encode(), capture_output=True, cwd=fresh)
    assert run.returncode == 0, (tool, run.stdout, run.stderr, diff)
    return fresh


@test
def patch_and_git_read_the_differences():
    files = {
        "plain": BROKEN,
        "my file": BROKEN,
        "crlf": BROKEN.replace("\n", "\r\n"),
        "unfinished": "fn main() { let x = 1; x = 2; }",
        "deep__er": "// 1\n// 2\n// 3\n// 4\n" + BROKEN + "// 1\n// 2\n// 3\n// 4\n// 5\n// 6\n// 7\nfn f(a: i32, b: i32) {\n    a = 1; b = 2;\n}\n",
    }
    path = folder(**files)
    status, diff, _ = check(path, "--diff", ".")
    assert status == 0 and diff.count("--- a/") == len(files), diff
    fixed = folder(**files)
    assert check(fixed, "--fix", ".")[0] == 0
    for tool in [["patch", "-p1", "--binary"], ["git", "apply", "-"]]:
        if not shutil.which(tool[0]):
            continue
        patched = applies(tool, path, diff)
        for name in files:
            file = name.replace("__", "/") + ".rs"
            assert (patched / file).read_bytes() == (fixed / file).read_bytes(), (tool, name)


@test
def lints_that_are_allowed_are_not_fixed():
    ambiguous = "fn f(c: bool, s: String) {\n    if c {\n        drop(s);\n    }\n}\nfn main() {}\n"
    path = folder(f=ambiguous)
    assert check(path, "--fix", "-A", "ambiguous-drop", "f.rs")[0] == 0
    assert (path / "f.rs").read_text() == ambiguous


@test
def ambiguous_drops_are_fixed_one_value_after_the_other():
    # Both values want an `else` at one place: the second rewrite is made on the text that the first one left.
    text = "fn eat<T>(_: T) {}\nfn f(c: bool, s: String, t: String) -> u8 {\n    if c {\n        eat(s);\n        eat(t);\n    }\n    eat(c);\n    3\n}\nfn main() {}\n"
    path = folder(f=text)
    status, out, _ = check(path, "--fix", "f.rs")
    after = (path / "f.rs").read_text()
    assert (status, out) == (0, "") and after.count("drop(s);") == 1 and after.count("drop(t);") == 1 and after.count("else") == 1, after
    assert check(path, "f.rs")[0] == 0
    assert check(path, "--diff", "f.rs")[1] == ""


@test
def what_a_rewrite_does_not_solve_stays():
    # `mut` ends one of two errors; the other one was there before, so nothing is new.
    text = "fn main() {\n    let v = vec![1];\n    let r = &v;\n    v.push(2);\n    println!(\"{:?}\", r);\n}\n"
    path = folder(f=text)
    status, out, _ = check(path, "--fix", "f.rs")
    assert status == 1 and "E0502" in out and "E0596" not in out, out
    assert (path / "f.rs").read_text() == text.replace("let v", "let mut v")


@test
def a_rewrite_that_brings_an_error_is_taken_back():
    # `ref` in a pattern that already borrows is no Rust.
    text = "fn main() {\n    let o = (Some(String::new()), 1);\n    if let (Some(s), _) = o {\n        drop(s);\n    }\n    let p = o;\n}\n"
    path = folder(f=text)
    check(path, "--fix", "f.rs")
    after = (path / "f.rs").read_text()
    assert check(path, "f.rs")[0] in (0, 1) and after.count("ref ") <= 1, after


run_all()
