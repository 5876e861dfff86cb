#!/usr/bin/env python3
"""Compares Lien's human form with rustc's, finding by finding: rustc's own JSON goes through Lien's renderer.

    render.py LIEN_RENDER_RUSTC FILE.rs... [--list] [--json-dir DIR]

Left out: findings whose rendering cannot be told from the JSON (suggestions shown inside a label, several alternatives, macro expansions, warnings).
Prints the share that is equal to the letter; exit 1 below 95 %."""
import concurrent.futures, json, os, subprocess, sys, tempfile

FLAGS = ["--edition", "2024", "--error-format=json", "--emit=metadata", "-A", "warnings", "--cap-lints", "allow"]


def oracle(file):
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run(["rustc", *FLAGS, "--out-dir", out, os.path.basename(file)], cwd=os.path.dirname(os.path.abspath(file)), capture_output=True, text=True)
    return [json.loads(line) for line in run.stderr.splitlines() if line.startswith("{")]


def comparable(d, file):
    if d["$message_type"] != "diagnostic" or not d["spans"]:
        return False
    every = d["spans"] + [s for c in d["children"] for s in c["spans"]]
    if any(s["expansion"] or s["file_name"] != os.path.basename(file) for s in every):
        return False
    for child in d["children"]:
        replaced = [s for s in child["spans"] if s["suggested_replacement"] is not None]
        if replaced and f"\nhelp: {child['message']}\n" not in d["rendered"]:
            return False
        # Alternatives: several rewrites of one place.
        if len({s["byte_start"] for s in replaced}) < len(replaced):
            return False
    return d["level"] == "error"


def compare(job):
    renderer, file = job
    found = [d for d in oracle(file) if comparable(d, file)]
    if not found:
        return []
    text = "".join(json.dumps(d) + "\n" for d in found)
    run = subprocess.run([renderer, os.path.basename(file)], cwd=os.path.dirname(os.path.abspath(file)), input=text.encode(), capture_output=True)
    mine = run.stdout.decode().split("\0")[:-1]
    mine += [f"died: {run.returncode}"] * (len(found) - len(mine))
    return [(file, d["rendered"], m) for d, m in zip(found, mine) if m != "unknown code"]


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [r for rs in pool.map(compare, [(os.path.abspath(args[0]), f) for f in args[1:]]) for r in rs]
    equal = sum(a == b for _, a, b in results)
    if "--list" in sys.argv:
        for file, a, b in results:
            if a != b:
                print(f"=== {file}\n{a}--- Lien:\n{b}")
    print(f"{equal} of {len(results)} findings rendered as rustc renders them")
    sys.exit(not results or equal < 0.95 * len(results))


main()
