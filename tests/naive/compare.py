#!/usr/bin/env python3
"""compare.py LIEN [--generate N] [--seed S] [--list] PATH...     hold the borrow engine against the naive solver

Every function of the files (folders are searched for .rs) and of N generated files of fifty functions is dumped with `lien dump --stage=borrows`; the naive
solver (`naive.py`) must find the same conflicts (point and loan) and the same broken relations between lifetimes of the signature. Then the answers are
spoilt on purpose, one entry removed, one added, and the comparison must notice. Exit status 1 on any difference."""
import argparse, json, os, subprocess, sys, tempfile
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
import naive
import fuzz_borrows


def facts_of(lien, path):
    """The facts of each function of a file; None where Lien broke down."""
    run = subprocess.run([lien, "dump", "--stage=borrows", path], capture_output=True, timeout=300)
    if run.returncode not in (0, 1, 2):
        return None
    return [json.loads(line) for line in run.stdout.decode("utf-8", "replace").splitlines() if line.startswith("{")]


def differences(facts, ours=None):
    """What Lien's answers have that the rules do not give, and the other way round."""
    answers, ours = facts["answers"], ours or naive.solve(facts)
    theirs, mine = {tuple(c) for c in answers["conflicts"]}, set(ours["conflicts"])
    found = []
    # What was reported as not mutable is not reported again for the same place: then Lien may say less.
    if theirs - mine or (mine - theirs and not answers["not_mutable"]):
        found.append(f"conflicts (point, loan): only Lien {sorted(theirs - mine)}, only the rules {sorted(mine - theirs)}")
    errors, wanted = {tuple(e) for e in answers["universal_errors"]}, ours["universal_errors"]
    if errors - wanted or bool(errors) != bool(wanted):
        found.append(f"lifetimes (longer, shorter): Lien {sorted(errors)}, the rules {sorted(wanted)}")
    return found


def spoilt(answers):
    """The same answers with one entry less, and with one more."""
    result = []
    for kind in ("conflicts", "universal_errors"):
        if len(answers[kind]) == 1 or kind == "conflicts" and answers[kind]:
            result.append(dict(answers, **{kind: answers[kind][1:]}))
        result.append(dict(answers, **{kind: answers[kind] + [[1 << 20, 1 << 20]]}))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lien")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--generate", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_intermixed_args()
    files = [os.path.join(folder, f) for path in options.paths for folder, _, names in os.walk(path) for f in sorted(names) if f.endswith(".rs")]
    files += [path for path in options.paths if os.path.isfile(path)]
    functions = conflicts = lifetimes = declined = unnoticed = spoils = 0
    wrong = []
    with tempfile.TemporaryDirectory(prefix="lien_naive_") as work:
        for seed in range(options.seed, options.seed + options.generate):
            path = os.path.join(work, f"borrows_{seed}.rs")
            with open(path, "w") as file:
                file.write(fuzz_borrows.make_file(seed, 50)[0])
            files.append(path)
        for path in files:
            all_facts = facts_of(options.lien, path)
            if all_facts is None:
                wrong.append(f"{path}: Lien broke down")
                continue
            for facts in all_facts:
                if "declined" in facts:
                    declined += 1
                    continue
                functions += 1
                ours = naive.solve(facts)
                conflicts += len(ours["conflicts"])
                lifetimes += len(ours["universal_errors"])
                found = differences(facts, ours)
                wrong += [f"{os.path.basename(path)} {facts['function']}: {difference}" for difference in found]
                if found or facts["answers"]["not_mutable"]:
                    continue
                for answers in spoilt(facts["answers"]):
                    spoils += 1
                    unnoticed += not differences(dict(facts, answers=answers), ours)
    for line in wrong[:None if options.list else 20]:
        print("  " + line)
    print(f"{functions} functions ({declined} more declined), {conflicts} conflicts, {lifetimes} lifetimes that do not live long enough: {len(wrong)} differences; "
          f"{spoils} spoilt answers, {unnoticed} unnoticed")
    if not conflicts or not spoils:
        print("nothing was compared")
        return 1
    return 1 if wrong or unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
