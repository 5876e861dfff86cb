#!/usr/bin/env python3
"""Lien's drop schedules against rustc's.  drop_schedules.py LIEN [--seed S --files N] [FILE.rs | FOLDER]...

Every judged function of the programs, and of N generated files of fifty functions (`fuzz_drops.py --plain`), is compared exit by exit: order, place, kind
and position of each drop. `lien check` must report L0100 for exactly the values that rustc drops on a condition, at the same exits. Programs that Lien or rustc
rejects are left out. Needs rustc; without it the test is skipped.
"""
import argparse, concurrent.futures, json, os, pathlib, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent


def conditional_of_rustc(oracle, judged):
    """(line, column, value) of each exit and each value whose drop there depends on a flag."""
    return {(entry["at"]["line"], entry["at"]["col"], "temp" if drop["what"] == "temp" else drop["variable"])
            for entry in oracle["exits"] if entry["function"] in judged for drop in entry["drops"] if drop["kind"].endswith("conditional")}


def ambiguous_of_lien(lien, source):
    run = subprocess.run([lien, "check", "--format=json", "--borrowck=nll", "-D", "ambiguous-drop", str(source)], capture_output=True, text=True)
    found = set()
    for line in run.stdout.splitlines():
        diagnostic = json.loads(line)
        if diagnostic.get("code") and diagnostic["code"]["code"] == "L0100":
            place = next(span for span in diagnostic["spans"] if span["is_primary"])
            found.add((place["line_start"], place["column_start"], diagnostic["lien"]["variable"]))
    return found


def compare(lien, source, work):
    """(differences, functions compared, declined) or None where rustc rejects the program."""
    schedule = subprocess.run([lien, "drops", "--format", "json", str(source)], capture_output=True, text=True)
    if schedule.returncode == 101:
        return [f"internal error: {schedule.stderr.strip()[-200:]}"], 0, 0
    if json.loads(schedule.stdout)["verdict"] == "reject":
        return None, 0, 0  # if rustc is of another mind, compare_rustc tells
    path = os.path.join(tempfile.mkdtemp(dir=work), source.name + ".json")
    with open(path, "w") as file:
        file.write(schedule.stdout)
    oracle = subprocess.run([sys.executable, HERE / "drops.py", str(source)], capture_output=True, text=True).stdout
    if not oracle or json.loads(oracle)["verdict"] != "accept":
        return None, 0, 0
    with open(path + ".rustc", "w") as file:
        file.write(oracle)
    run = subprocess.run([sys.executable, HERE / "compare_drops.py", path + ".rustc", path], capture_output=True, text=True)
    words = run.stderr.split()
    if "compared" not in words:
        return [run.stderr.strip()[-300:]], 0, 0
    at = words.index("compared")
    differences = run.stdout.splitlines()
    judged = {function["function"] for function in json.loads(schedule.stdout)["functions"] if function["status"] == "judged"}
    expected = conditional_of_rustc(json.loads(oracle), judged)
    found = ambiguous_of_lien(lien, source)
    if "ambiguous_drop)" not in source.read_text():  # an attribute of the program's own decides there
        differences += [f"L0100 missing: {place}" for place in sorted(expected - found)] + [f"L0100 too many: {place}" for place in sorted(found - expected)]
    return differences, int(words[at + 1]), int(words[at + 3])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lien")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--functions", type=int, default=50)
    options = parser.parse_intermixed_args()
    if shutil.which("rustc") is None:
        print("skipped: rustc is not installed")
        return 77
    work = tempfile.mkdtemp(prefix="lien_drops_")
    sources = []
    for path in map(pathlib.Path, options.paths):
        sources += sorted(path.rglob("*.rs")) if path.is_dir() else [path]
    for seed in range(options.seed, options.seed + options.files):
        text = subprocess.run([sys.executable, HERE / "fuzz_drops.py", "--plain", "--n", "1", "--fns", str(options.functions), "--seed", str(seed)],
                              capture_output=True, text=True, check=True).stdout
        sources.append(pathlib.Path(work) / f"seed_{seed}.rs")
        sources[-1].write_text(text)
    functions = declined = failed = rejected = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for source, result in zip(sources, pool.map(lambda source: compare(options.lien, source, work), sources)):
            differences, compared, not_judged = result
            if differences is None:
                rejected += 1
                continue
            functions += compared
            declined += not_judged
            failed += bool(differences)
            for difference in differences[:5]:
                print(f"{source}: {difference[:600]}")
    print(f"{functions} functions compared, {declined} declined, {rejected} programs rejected")
    print(f"{len(sources) - failed} passed, {failed} failed")
    shutil.rmtree(work)
    return 1 if failed or not functions else 0


if __name__ == "__main__":
    sys.exit(main())
