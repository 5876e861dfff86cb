#!/usr/bin/env python3
"""Runs `lien check --verify` on annotated programs: one behaviour each.

    run.py LIEN FOLDER|FILE... [--update]

A program may ask for options on its first line: `//@ lien: --borrowck nll`. `--update` rewrites the annotations of findings (not `DROP`) from what Lien reports now (look at the
difference before you commit it: expectations come from rustc or from a rule, not from our own output)."""
import concurrent.futures, json, os, pathlib, re, subprocess, sys

ANNOTATION = re.compile(r"[ \t]*//~(?!\S*\s*DROP\b).*$", re.M)


def options_of(text):
    first = text.split("\n", 1)[0]
    return first.split(":", 1)[1].split() if first.startswith("//@ lien:") else []


def check(lien, file, extra):
    text = file.read_text(encoding="utf-8", errors="replace")
    return subprocess.run([lien, "check", *options_of(text), *extra, str(file)], capture_output=True, text=True, timeout=60)


def annotated(text, findings):
    """The text with one annotation for each finding, on its line or right below it."""
    lines = ANNOTATION.sub("", text).split("\n")
    # Annotations that stood alone leave empty lines behind; drop exactly those.
    kept, old = [], text.split("\n")
    moved = {}
    for number, (before, after) in enumerate(zip(old, lines), 1):
        if before != after and not after.strip():
            continue
        kept.append(after)
        moved[number] = len(kept)
    notes = {}
    for line, level, name in findings:
        notes.setdefault(moved[line], []).append(f"//~{{}} {level} {name}")
    result = []
    for number, line in enumerate(kept, 1):
        here = notes.get(number, [])
        result.append(line + (" " + here[0].format("") if here else ""))
        result += ["//~" + note.format("|")[3:] for note in here[1:]]
    return "\n".join(result)


def update(lien, file):
    run = check(lien, file, ["--format=json"])
    findings = []
    for line in run.stdout.splitlines():
        d = json.loads(line)
        if d["spans"]:
            findings.append((d["spans"][0]["line_start"], {"error": "ERROR", "warning": "WARN"}[d["level"]], d["lien"]["name"]))
    text = file.read_text(encoding="utf-8")
    new = annotated(text, findings)
    if new != text:
        file.write_text(new, encoding="utf-8")
        print(f"updated {file}")


def pending_in(folder):
    """Programs listed in FOLDER/pending.txt: what they need is not judged yet. They must fail; one that passes has to leave the list."""
    listing = folder / "pending.txt"
    lines = listing.read_text().splitlines() if listing.exists() else []
    return {folder / line.strip() for line in lines if line.strip() and not line.startswith("#")}


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    lien = os.path.abspath(args[0])
    files, pending = [], set()
    for arg in map(pathlib.Path, args[1:]):
        pending |= pending_in(arg) if arg.is_dir() else set()
        files += sorted(arg.rglob("*.rs")) if arg.is_dir() else [arg]
    if "--update" in sys.argv:
        for file in files:
            update(lien, file)
        return
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, run in zip(files, pool.map(lambda f: check(lien, f, ["--verify", "--color=never"]), files)):
            if file in pending and run.returncode == 0:
                failed += 1
                print(f"--- {file}: passes now; take it off pending.txt")
            elif file not in pending and run.returncode != 0:
                failed += 1
                print(f"--- {file}: exit status {run.returncode}\n{run.stdout}{run.stderr}")
    print(f"{len(files) - failed - len(pending)} passed, {failed} failed, {len(pending)} pending")
    sys.exit(failed > 0 or not files)


main()
