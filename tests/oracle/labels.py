#!/usr/bin/env python3
"""labels.py LIEN [--list] [--minimum SHARE] [FILE-OR-FOLDER…]

How much of what rustc points at does Lien point at, too? Counts, for each error of rustc's, the labelled spans that stand, with the same text and extent,
in Lien's diagnostic of the same code at the same primary position. Without paths: the recorded cases (`tests/cases/ownership/DIAG.jsonl`); with paths: the
installed rustc is asked. Only files that Lien judged completely count. Prints one line for each code; `--list` names every label that is missing.
Exit status 1 below the minimum (default 0), 77 (skipped) where rustc is needed and not installed."""
import collections, json, os, shutil, subprocess, sys, tempfile
from verdict import outer_span

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "..", "cases", "ownership")


def findings(lines, path):
    """(code, primary (line, column), [(place, label)]) of each error in rustc's JSON; what stands in a macro of the library stands at the user's call."""
    for line in lines:
        if not line.startswith("{"):
            continue
        finding = json.loads(line)
        spans = [(outer_span(s, path), s["label"], s["is_primary"]) for s in finding.get("spans", [])]
        primary = [s for s, _, is_primary in spans if is_primary]
        if finding.get("level") != "error" or not primary:
            continue
        labels = [((s["line_start"], s["column_start"], s["line_end"], s["column_end"]), label) for s, label, _ in spans if label]
        yield (finding["code"] or {}).get("code") or "nocode", (primary[0]["line_start"], primary[0]["column_start"]), labels


def of_lien(lien, path):
    """Lien's findings; None where it declined something."""
    run = subprocess.run([lien, "check", "--format=json", "-A", "ambiguous-drop", "--borrowck", "nll", path], capture_output=True, text=True, timeout=60)
    found = list(findings(run.stdout.splitlines(), path))
    return None if any(code.startswith("L00") for code, _, _ in found) or run.returncode == 101 else found


def of_rustc(path):
    with tempfile.TemporaryDirectory() as folder:
        kind = "bin" if "fn main()" in open(path, encoding="utf-8").read() else "lib"
        run = subprocess.run(["rustc", "--edition", "2024", "--crate-type", kind, "--error-format=json", "--emit=metadata", "--out-dir", folder, "-A", "warnings",
                              "--cap-lints", "allow", path], capture_output=True, text=True, timeout=60)
        return list(findings(run.stderr.splitlines(), path))


def recorded():
    cases = collections.defaultdict(list)
    for name in os.listdir(CASES):
        if name.endswith(".rs"):
            cases[os.path.join(CASES, name)] = []
    with open(os.path.join(CASES, "DIAG.jsonl"), encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["mode"] != "nll":
                continue
            primary = next((s for s in record["spans"] if s["primary"]), None)
            if primary is None:
                continue
            labels = [((s["line"], s["col"], s["line_end"], s["col_end"]), s["label"]) for s in record["spans"] if s["label"]]
            cases[os.path.join(CASES, record["file"])].append((record["code"] or "nocode", (primary["line"], primary["col"]), labels))
    return cases


def rust_files(paths):
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for folder, _, names in sorted(os.walk(path)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".rs"))


def main():
    arguments = sys.argv[1:]
    show = "--list" in arguments
    minimum = float(arguments[arguments.index("--minimum") + 1]) if "--minimum" in arguments else 0.0
    positional = [a for i, a in enumerate(arguments) if not a.startswith("--") and (i == 0 or arguments[i - 1] != "--minimum")]
    lien, paths = positional[0], positional[1:]
    if paths and shutil.which("rustc") is None:
        print("skipped: rustc is not installed")
        return 77
    cases = {path: of_rustc(path) for path in rust_files(paths)} if paths else recorded()
    wanted, present, declined = collections.Counter(), collections.Counter(), 0
    for path, errors in sorted(cases.items()):
        answer = of_lien(lien, path)
        if answer is None:
            declined += 1
            continue
        for code, place, labels in errors:
            mine = [l for other_code, other_place, found in answer if (other_code, other_place) == (code, place) for l in found]
            for label in labels:
                wanted[code] += 1
                if label in mine:
                    mine.remove(label)
                    present[code] += 1
                elif show:
                    print(f"  {os.path.basename(path)}: {code}: {label[0][0]}:{label[0][1]} {label[1]}")
    for code in sorted(wanted):
        print(f"{code:8} {present[code]:4} of {wanted[code]:4}")
    total = sum(wanted.values())
    share = sum(present.values()) / total if total else 1.0
    print(f"labels: {sum(present.values())} of {total} ({share:.1%}), {len(cases)} files, {declined} declined")
    return 1 if share < minimum else 0


if __name__ == "__main__":
    sys.exit(main())
