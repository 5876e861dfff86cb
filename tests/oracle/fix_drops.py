#!/usr/bin/env python3
"""Lien's rewrites of ambiguous drops, applied and run.  fix_drops.py LIEN [--seed S --files N --functions K] [--keep DIR] [--report]

Generated programs (`fuzz_drops.py --print`) are fixed as far as Lien offers rewrites for machines. Then rustc must accept the fixed program, rustc must see no
drop left that depends on the way taken where Lien sees none, and `same_drops.py` must find the same drops in every call as before.

The functions are judged behind a prelude in the language (the one they run with uses `thread_local!`), and run behind their own: the text between is the
same. The rewrites are applied here, not by `lien check --fix`, so that one can be held against the other. Counted are the ambiguities of the programs as they
were generated; one is fixed when, at the end, the function has none of that variable left. Needs rustc; without it the test is skipped.
"""
import argparse, collections, concurrent.futures, json, os, pathlib, re, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import fuzz_drops

PRELUDE = fuzz_drops.PLAIN + "fn note(s: &str) {}\n"
MOST_ROUNDS = 400


def halves(program):
    """The generated functions, and what stands around them in the program that runs."""
    end = program.index("fn main() { for s in")
    return program[:len(fuzz_drops.PRE)], program[len(fuzz_drops.PRE):end], program[end:]


def function_at(body, offset):
    """Name of the generated function around a byte of the judged text."""
    names = re.findall(r"^fn (f\d+)\(", body.encode()[:max(offset - len(PRELUDE.encode()), 0)].decode(errors="ignore"), re.M)
    return names[-1] if names else ""


def judge(lien, work, body):
    source = os.path.join(work, "judged.rs")
    with open(source, "w") as file:
        file.write(PRELUDE + body)
    run = subprocess.run([lien, "check", "--format=json", "--borrowck=nll", source], capture_output=True, text=True)
    if run.returncode > 2:
        raise SystemExit(f"lien died: {run.stderr[-500:]}")
    return [diagnostic for diagnostic in map(json.loads, run.stdout.splitlines()) if diagnostic["spans"]]


def is_ambiguity(diagnostic):
    return bool(diagnostic.get("code")) and diagnostic["code"]["code"] == "L0100"


def edits_of(diagnostic):
    """Of the first rewrite that a machine may apply."""
    for child in diagnostic["children"]:
        edits = [(span["byte_start"], span["byte_end"], span["suggested_replacement"]) for span in child["spans"]
                 if span.get("suggestion_applicability") == "MachineApplicable"]
        if edits:
            return edits
    return []


def subject(diagnostic):
    """What it is about: `temporary`, or the variable; and how it came to be ambiguous."""
    text = diagnostic["message"]
    primary = next(span for span in diagnostic["spans"] if span["is_primary"])
    if "the temporary" in text:
        return "temporary", ""
    name = diagnostic["lien"]["variable"]
    never = "only if it was initialized" in primary["label"]
    return ("never initialized" if never else "named"), name


def describe(diagnostic):
    """Why there may be no rewrite, for the list: the exit, and what part of a variable it is about."""
    primary = next(span for span in diagnostic["spans"] if span["is_primary"])["label"]
    exit_kind = ("assignment" if "assignment" in primary else re.match(r"this `(\S+)`", primary)[1] if primary.startswith("this `") else "scope end")
    text = diagnostic["message"]
    part = "payload" if "` in `" in text else "other variants" if "{other" in text else "field" if "." in text else "variable"
    return f"{part} at {exit_kind}"


def apply(body, rewrites):
    data = (PRELUDE + body).encode()
    for start, end, text in sorted((edit for edits in rewrites for edit in edits), reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data.decode()[len(PRELUDE):]


def fix(lien, work, body, problems):
    """Applies one rewrite for each function and round until none is offered. Returns the body and all that was found at first and last."""
    first = found = judge(lien, work, body)
    rounds = 0
    while rounds < MOST_ROUNDS:
        rounds += 1
        chosen = {}
        for diagnostic in found:
            if is_ambiguity(diagnostic):
                edits = edits_of(diagnostic)
                where = function_at(body, diagnostic["spans"][0]["byte_start"])
                if edits and where not in chosen:
                    chosen[where] = edits
        if not chosen:
            break
        body = apply(body, chosen.values())
        found = judge(lien, work, body)
        bad = [d for d in found if d["level"] == "error" and not is_ambiguity(d)]
        if bad:
            problems.append("an error after a rewrite: " + (bad[0].get("rendered") or bad[0]["message"]))
            break
    else:
        problems.append("rewrites without end")
    return body, first, found


def check_seed(lien, seed, functions, keep):
    """(problems, counts, reasons) of one program."""
    problems, counts, reasons = [], collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory(prefix="lien_fix_") as work:
        program = subprocess.run([sys.executable, HERE / "fuzz_drops.py", "--print", "--n", "1", "--fns", str(functions), "--seed", str(seed)],
                                 capture_output=True, text=True, check=True).stdout
        before, after = os.path.join(work, "before.rs"), os.path.join(work, "after.rs")
        program = only_accepted(program, before)
        head, body, tail = halves(program)
        fixed, first, last = fix(lien, work, body, problems)
        with open(before, "w") as file:
            file.write(program)
        with open(after, "w") as file:
            file.write(head + fixed + tail)

        declined = [d for d in first if not is_ambiguity(d)]
        if declined:
            problems.append("not judged: " + declined[0]["message"])
        count(body, fixed, first, last, counts, reasons)
        same = subprocess.run([sys.executable, HERE / "same_drops.py", before, after], capture_output=True, text=True)
        if same.returncode != 0:
            problems.append("other drops: " + (same.stdout + same.stderr)[-800:])
        left = conditional_functions(work, fixed)
        seen = {function_at(fixed, d["spans"][0]["byte_start"]) for d in last if is_ambiguity(d)}
        problems += [f"rustc still drops on a condition in {name}" for name in sorted(left - seen)]
        counts["functions with ambiguities"] += len({function_at(body, d["spans"][0]["byte_start"]) for d in first if is_ambiguity(d)})
        counts["functions"] += len(re.findall(r"^fn f\d+\(", body, re.M))
        if (problems or keep) and keep:
            os.makedirs(keep, exist_ok=True)
            shutil.copy(before, os.path.join(keep, f"seed{seed}_before.rs"))
            shutil.copy(after, os.path.join(keep, f"seed{seed}_after.rs"))
            with open(os.path.join(keep, f"seed{seed}_judged.rs"), "w") as file:
                file.write(PRELUDE + fixed)
    return [f"seed {seed}: {problem}" for problem in problems], counts, reasons


def only_accepted(program, path):
    """Without the functions that rustc rejects: the generator makes a few."""
    for _ in range(8):
        with open(path, "w") as file:
            file.write(program)
        run = subprocess.run(["rustc", "--edition", "2024", "--error-format=json", "--emit=metadata", "--cap-lints=allow", "-o", os.devnull, path],
                             capture_output=True, text=True)
        if run.returncode == 0:
            return program
        lines = {span["line_start"] for text in run.stderr.splitlines() for span in json.loads(text)["spans"] if span["is_primary"]}
        kept, number, drop = [], 0, set()
        blocks = re.split(r"(?m)^(?=fn f\d+\(|fn main\(\))", program)
        for block in blocks:
            count = block.count("\n")
            name = re.match(r"fn (f\d+)\(", block)
            if name and any(number < line <= number + count for line in lines):
                drop.add(name[1])
            else:
                kept.append(block)
            number += count
        if not drop:
            raise SystemExit(run.stderr[:500])
        program = "\n".join(line for line in "".join(kept).split("\n") if not any(f"| {name}(D(" in line for name in drop))
    raise SystemExit("never accepted")


def conditional_functions(work, body):
    """Functions in which rustc drops something named on a condition."""
    source = os.path.join(work, "plain.rs")
    with open(source, "w") as file:
        file.write(PRELUDE + body)
    oracle = json.loads(subprocess.run([sys.executable, HERE / "drops.py", source], capture_output=True, text=True).stdout)
    return {entry["function"] for entry in oracle.get("exits", []) for drop in entry["drops"] if drop["kind"].endswith("conditional")}


def count(body, fixed, first, last, counts, reasons):
    left = collections.Counter()
    for diagnostic in last:
        if is_ambiguity(diagnostic):
            left[function_at(fixed, diagnostic["spans"][0]["byte_start"]), subject(diagnostic)] += 1
    for diagnostic in first:
        if not is_ambiguity(diagnostic):
            continue
        what = subject(diagnostic)
        counts["ambiguities"] += 1
        counts[what[0]] += 1
        offered = bool(edits_of(diagnostic))
        counts[what[0] + ": offered at once"] += offered
        key = (function_at(body, diagnostic["spans"][0]["byte_start"]), what)
        if not left[key]:
            counts[what[0] + ": fixed"] += 1
        elif what[0] == "named":
            reasons[describe(diagnostic)] += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lien")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=4)
    parser.add_argument("--functions", type=int, default=50)
    parser.add_argument("--keep")
    parser.add_argument("--least", type=float, default=0.8, help="share of the ambiguities of named, initialised variables that must be fixed")
    options = parser.parse_args()
    if shutil.which("rustc") is None:
        print("skipped: rustc is not installed")
        return 77
    problems, counts, reasons = [], collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        seeds = range(options.seed, options.seed + options.files)
        for found, some, why in pool.map(lambda seed: check_seed(options.lien, seed, options.functions, options.keep), seeds):
            problems += found
            counts.update(some)
            reasons.update(why)
    for problem in problems[:20]:
        print(problem)
    for what, number in sorted(counts.items()):
        print(f"{number:6} {what}")
    print("not fixed: " + ", ".join(f"{number} {what}" for what, number in reasons.most_common()))
    share = counts["named: fixed"] / max(counts["named"], 1)
    print(f"{share:.1%} of the ambiguities of named, initialised variables fixed, {len(problems)} problems")
    return 1 if problems or share < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
