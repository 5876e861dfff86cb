#!/usr/bin/env python3
"""Lint levels as users see them: what the command line and modules in other files set, what is said of where a level comes from.

    run.py LIEN

What attributes do within one file is tests/golden/lints."""
import json, os, pathlib, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])
AMBIGUOUS = "fn f(c: bool, x: String) {\n    if c {\n        drop(x);\n    }\n}\n"


def check(files, *args):
    """Exit status, and (level, name, line, notes) of each finding for f.rs."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            pathlib.Path(folder, name).write_text(text)
        run = subprocess.run([LIEN, "check", "--format=json", *args, "f.rs"], capture_output=True, text=True, cwd=folder)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    findings = []
    for d in (d for d in found if "lien" in d):
        notes = [c["message"] + "".join(f" @{s['line_start']}:{s['column_start']}" for s in c["spans"]) for c in d["children"] if not any(s["suggested_replacement"] for s in c["spans"])]
        findings.append((d["level"], d["lien"]["name"], d["spans"][0]["line_start"], notes))
    return run.returncode, findings


def level(text, *args):
    status, findings = check({"f.rs": text}, *args)
    levels = [f[0] for f in findings if f[1] == "ambiguous_drop"]
    assert status == (1 if "error" in levels else 0), (status, findings)
    return levels[0] if levels else None


@test
def the_last_option_wins_but_nothing_undoes_forbid():
    assert level(AMBIGUOUS) == "error"
    assert level(AMBIGUOUS, "-A", "ambiguous-drop") is None
    assert level(AMBIGUOUS, "-A", "ambiguous_drop", "-Wambiguous-drop") == "warning"
    assert level(AMBIGUOUS, "-W", "ambiguous-drop", "-A", "ambiguous_drop") is None
    assert level(AMBIGUOUS, "--forbid", "ambiguous-drop", "-A", "ambiguous-drop") == "error"
    assert level(AMBIGUOUS, "-A", "unused", "-D", "dead-code", "-F", "unsafe_code") == "error"


@test
def groups_and_caps():
    assert level(AMBIGUOUS, "-A", "warnings") == "error"
    assert level(AMBIGUOUS, "-W", "ambiguous-drop", "-A", "warnings") is None
    assert level(AMBIGUOUS, "-W", "ambiguous-drop", "-D", "warnings") == "error"
    assert level(AMBIGUOUS, "--cap-lints", "warn") == "warning"
    assert level(AMBIGUOUS, "--cap-lints=allow", "-F", "ambiguous-drop") is None
    assert level(AMBIGUOUS, "--cap-lints", "forbid") == "error"
    assert level("#![deny(ambiguous_drop)]\n" + AMBIGUOUS, "--cap-lints", "allow") is None
    run = subprocess.run([LIEN, "check", "--cap-lints", "none", "f.rs"], capture_output=True, text=True)
    assert run.returncode == 2 and "--cap-lints" in run.stderr


@test
def attributes_beat_the_command_line():
    assert level("#![allow(ambiguous_drop)]\n" + AMBIGUOUS, "-D", "ambiguous-drop") is None
    assert level("#![warn(ambiguous_drop)]\n" + AMBIGUOUS, "-A", "ambiguous-drop") == "warning"
    assert level("#![expect(ambiguous_drop)]\n" + AMBIGUOUS, "-A", "ambiguous-drop") is None
    status, findings = check({"f.rs": "#![expect(ambiguous_drop)]\n"}, "-A", "ambiguous-drop")
    assert [f[:3] for f in findings] == [("warning", "unfulfilled_lint_expectations", 1)], findings


@test
def who_set_a_level_is_told_once():
    def notes(text, *args):
        return [f[3] for f in check({"f.rs": text}, *args)[1]]

    two = AMBIGUOUS + AMBIGUOUS.replace("fn f", "fn g")
    plain = notes(two)
    assert plain[0] == plain[1], plain
    assert notes("#![warn(ambiguous_drop)]\n" + two) == [plain[0] + ["the lint level is defined here @1:9"], plain[1]]
    assert notes('#![warn(ambiguous_drop, reason = "for now")]\n' + AMBIGUOUS) == [plain[0] + ["for now", "the lint level is defined here @1:9"]]
    assert notes(two, "-W", "ambiguous_drop") == [plain[0] + ["requested on the command line with `-W ambiguous-drop`"], plain[1]]
    assert notes(AMBIGUOUS, "-W", "ambiguous-drop", "-D", "warnings") == [
        plain[0] + ["`-D ambiguous-drop` implied by `-D warnings`", "to override `-D warnings` add `#[allow(ambiguous_drop)]`"]
    ]
    assert notes('#![expect(ambiguous_drop, reason = "a branch")]\n') == [["a branch"]]
    assert notes("#[allow(ambiguous_drop)]\nfn f() {}\n", "-F", "ambiguous-drop") == [["`forbid` lint level was set on command line (`-F ambiguous_drop`)"]]


@test
def what_holds_where_a_module_is_declared_holds_in_its_file():
    def levels(root, module=AMBIGUOUS):
        return [f[:2] for f in check({"f.rs": root, "m.rs": module})[1]]

    assert levels("mod m;\n") == [("error", "ambiguous_drop")]
    assert levels("#![allow(ambiguous_drop)]\nmod m;\n") == []
    assert levels("#[warn(ambiguous_drop)]\nmod m;\n" + AMBIGUOUS) == [("error", "ambiguous_drop"), ("warning", "ambiguous_drop")]
    assert levels("#[warn(ambiguous_drop)]\nmod m;\n", "#![allow(ambiguous_drop)]\n" + AMBIGUOUS) == []
    assert levels("#[expect(ambiguous_drop)]\nmod m;\n") == []
    assert levels("#[expect(ambiguous_drop)]\nmod m;\n", "") == [("warning", "unfulfilled_lint_expectations")]
    assert levels("#![forbid(ambiguous_drop)]\nmod m;\n", "#![allow(ambiguous_drop)]\n") == [("error", "E0453")]


@test
def nothing_is_told_unfulfilled_where_nobody_looked():
    def names(text):
        return [f[1] for f in check({"f.rs": text})[1]]

    assert names("#![expect(ambiguous_drop)]\nfn f() { let x: u8 = \"\"; }\n") == ["E0308"]
    assert names("#![expect(ambiguous_drop)]\nfn f() { unsafe {} }\nfn g() {}\n") == ["L0001"]
    assert names("#[expect(ambiguous_drop)]\nfn f() {}\nfn g() { unsafe {} }\n") == ["unfulfilled_lint_expectations", "L0001"]
    assert names("#[expect(ambiguous_drop)]\nfn f() {}\nstruct S(Nothing);\n") == ["E0425"]
    assert names("#[expect(ambiguous_drop)]\nfn f() {\n") == ["syntax"]


run_all()
