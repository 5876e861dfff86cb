#!/usr/bin/env python3
"""Every kind of finding is produced by some test, or stands on the list of those still missing, with the reason; the list only shrinks.

    kinds.py ROOT [--update]

What counts as produced: an annotation in samples/ or tests/golden (their own tests prove them), and `# kind: NAME` in a Python test, beside the
assertion that shows it. A line of the list: the kind, then why no program shows it yet."""
import pathlib, re, sys

KIND = re.compile(r'^LIEN_KIND\((\w+), "(\w*)", "([\w-]+)"\)', re.M)
ANNOTATION = re.compile(r"//~[\^|v]*\s*(?:(?:ERROR|WARN|WARNING):?\s+)?(.*)")


def main():
    root = pathlib.Path(sys.argv[1])
    kinds = [stable for _, _, stable in KIND.findall((root / "diagnostics/kinds.def").read_text())]
    codes = {code: stable for _, code, stable in KIND.findall((root / "diagnostics/kinds.def").read_text()) if code}
    produced = set()
    for folder in ["samples", "tests/golden"]:
        for file in (root / folder).rglob("*.rs"):
            for text in ANNOTATION.findall(file.read_text(encoding="utf-8", errors="replace")):
                for word in re.findall(r"[\w-]+", text):
                    produced.add(codes.get(word, word))
    for file in (root / "tests").rglob("*.py"):
        produced.update(re.findall(r"# kind: ([\w-]+)", file.read_text(encoding="utf-8")))
    list_file = root / "tests/invariants/kinds_missing.txt"
    lines = list_file.read_text().splitlines()
    reasons = dict(line.split(maxsplit=1) if " " in line else (line, "") for line in lines if line and not line.startswith("#"))
    if "--update" in sys.argv:
        header = [line for line in lines if line.startswith("#")]
        list_file.write_text("\n".join(header + [f"{k} {reasons.get(k, '')}".rstrip() for k in kinds if k not in produced]) + "\n")
        return
    wrong = [f"{k} is produced by no test" for k in kinds if k not in produced and k not in reasons]
    wrong += [f"{k} is produced now: take it off tests/invariants/kinds_missing.txt" for k in sorted(reasons) if k in produced]
    wrong += [f"{k} is no kind" for k in sorted(reasons) if k not in kinds]
    wrong += [f"{k} is missing for no reason that the list gives" for k in sorted(reasons) if not reasons[k]]
    print("\n".join(wrong))
    print(f"{len(kinds) - len(reasons)} of {len(kinds)} kinds produced; {len(kinds) - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(bool(wrong))


main()
