#!/usr/bin/env python3
"""summary.py LIEN: what `lien drops --format json` says in `summary`: one fate for each value and scope end, and the moves of what is gone."""
import json, os, subprocess, sys, tempfile

PRELUDE = "struct D; impl Drop for D { fn drop(&mut self) {} } fn eat(_: D) {}\n"
# Each: the program (one function `toy`), and the fates of its values, as (value, fate, what stands where it is moved).
PROGRAMS = [
    ("a part whose name begins like another's is no part of it",
     "struct P { f1: D, f10: D } fn toy(p: P, c: bool) { eat(p.f10); if c { eat(p.f1); } }",
     [("p.f1", "conditional", []), ("p.f10", "moved", ["p.f10)"])]),
    ("ends of storage are no moves",
     "fn toy() { let q = D; eat(q); }",
     [("q", "moved", ["q); }"])]),
    ("in a loop, too",
     "fn toy(n: u8) { for _ in 0..n { let q = D; eat(q); } }",
     [("q", "moved", ["q); } }"])]),
    ("parts of parts, and what they are moved with",
     "struct I { a: D, ab: D } struct P { i: I, j: I } fn toy(p: P) { eat(p.i.a); let k = p.j; }",
     [("k", "static", []), ("p.i.a", "moved", ["p.i.a)"]), ("p.i.ab", "static", []), ("p.j", "moved", ["p.j;"])]),
]


def fates(lien, folder, text):
    path = os.path.join(folder, "toy.rs")
    with open(path, "w") as file:
        file.write(PRELUDE + text + "\n")
    run = subprocess.run([lien, "drops", "--format", "json", path], capture_output=True, text=True)
    found = []
    for entry in json.loads(run.stdout)["summary"]:
        if entry["function"] == "toy" and entry["what"] != "temp":
            found.append((entry["variable"] + entry["projection"], entry["kind"], [text[move["col"] - 1:] for move in entry.get("moved_at", [])]))
    return sorted(found)


def agree(found, expected):
    return len(found) == len(expected) and all(
        a[:2] == b[:2] and len(a[2]) == len(b[2]) and all(text.startswith(begin) for text, begin in zip(a[2], b[2])) for a, b in zip(found, sorted(expected)))


def main():
    lien, failed = sys.argv[1], 0
    with tempfile.TemporaryDirectory(prefix="lien_summary_") as folder:
        for name, text, expected in PROGRAMS:
            found = fates(lien, folder, text)
            if not agree(found, expected):
                failed += 1
                print(f"FAILED {name}\n  expected {sorted(expected)}\n  found    {found}")
    print(f"{len(PROGRAMS) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
