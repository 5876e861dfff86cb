#!/usr/bin/env python3
"""Runs the programs of `lien explain`, and asks that each code which some program shows has an explanation.

    run.py LIEN ROOT [--update]

A block tagged `lien,rejected,CODE` must be rejected with that code and no other (several codes where one mistake has several findings), one tagged
`lien,declined,CODE` declined, and one tagged `lien` accepted. Programs that Lien cannot judge yet stand in pending.txt beside this file, as `CODE number`. The list
only shrinks: a program on it that behaves as tagged is told, and `--update` takes it off."""
import concurrent.futures, json, os, pathlib, re, subprocess, sys

BLOCK = re.compile(r"^```lien([^\n]*)\n(.*?)^```", re.S | re.M)
KIND = re.compile(r'^LIEN_KIND\((\w+), "(\w*)", "([\w-]+)"\)', re.M)
# What no program of one file shows: two files for one module; what has to be larger than a text to read.
WITHOUT_PROGRAM = {"E0761", "L0003"}
# Names without a code that have an explanation nevertheless; the other names say in their message what there is to say.
NAMES = {"lifetime", "syntax", "format", "binding-mode", "private-fields", "recursive-parameter"}


def findings(lien, name, code):
    allow = [] if name == "L0100" else ["-A", "ambiguous-drop"]
    run = subprocess.run([lien, "check", "--format=json", *allow, "-"], input=code, capture_output=True, text=True, timeout=60)
    errors = [json.loads(line) for line in run.stdout.splitlines()]
    return run.returncode, {(e["code"] or {}).get("code") or e["lien"]["name"] for e in errors if e["level"] == "error" and e["spans"]}


def wanted_of(tags):
    _, *words = tags.split(",")
    return (0, set()) if not words else (1 if words[0] == "rejected" else 2, set(words[1:]))


def unexplained(root, explained):
    kinds = KIND.findall((root / "diagnostics/kinds.def").read_text())
    missing = {line.split()[0] for line in (root / "tests/invariants/kinds_missing.txt").read_text().splitlines() if line}
    wanted = {code for _, code, stable in kinds if code and stable not in missing} | NAMES
    yield from (f"--- {name} has no explanation" for name in sorted(wanted - explained))


def main():
    lien, root = sys.argv[1], pathlib.Path(sys.argv[2])
    listing = pathlib.Path(__file__).with_name("pending.txt")
    lines = listing.read_text().splitlines()
    pending = {line for line in lines if line and not line.startswith("#")}
    programs, wrong = [], []
    files = sorted((root / "diagnostics/explanations").glob("*.md"))
    for path in files:
        blocks = BLOCK.findall(path.read_text(encoding="utf-8"))
        kinds = [tags for tags, _ in blocks]
        if path.stem not in WITHOUT_PROGRAM and (len(blocks) < 2 or "" not in kinds or all(tags == "" for tags in kinds)):
            wrong.append(f"--- {path.stem}: needs a failing and a repaired program")
        programs += [(f"{path.stem} {number}", path.stem, tags, code) for number, (tags, code) in enumerate(blocks, 1)]
    wrong += unexplained(root, {path.stem for path in files})
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda p: findings(lien, p[1], p[3]), programs))
    passed, still_pending = 0, []
    for (name, _, tags, _), answer in zip(programs, answers):
        if answer == wanted_of(tags):
            passed += 1
            if name in pending and "--update" not in sys.argv:
                print(f"{name} behaves as tagged now: take it off {listing.name}")
        elif name in pending:
            still_pending.append(name)
        else:
            wrong.append(f"--- {name} [{tags}]: exit status {answer[0]}, {sorted(answer[1])}")
    wrong += [f"--- {name} in {listing} is no program" for name in sorted(pending - {p[0] for p in programs}) if "--update" not in sys.argv]
    if "--update" in sys.argv:
        listing.write_text("\n".join([line for line in lines if line.startswith("#")] + still_pending) + "\n")
    print("\n".join(wrong))
    print(f"{passed} passed, {len(wrong)} failed, {len(still_pending)} pending")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
