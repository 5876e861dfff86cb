#!/usr/bin/env python3
"""agree.py on the cases: nothing wrong, nothing died, and at least so many decided.

    run_agree.py LIEN"""
import os, re, subprocess, sys

# Raised as Lien learns to judge more; never lowered.
MINIMUM_DECIDED = 220
# Decided with another position than the one recorded, and why that is right.
OTHER_PLACE = {"r59_static_and_named_in_vec"}  # the recorded place, 58:9, lies inside the standard library's `vec!`; Lien points at the call

here = os.path.dirname(os.path.abspath(__file__))
run = subprocess.run([sys.executable, f"{here}/cases/agree.py", sys.argv[1], "--mode", "nll", "--list"], capture_output=True, text=True)
line = run.stdout.strip().splitlines()[-1] if run.stdout.strip() else ""
counts = {name: int(number) for name, number in re.findall(r"(?:, |^nll: )?([a-z]+(?: [a-z]+)?) (\d+)", line.split("cases, ")[-1])}
decided = sum(counts.get(k, 0) for k in ["exact", "other place", "other codes"])
inexact = counts.get("other place", 0) + counts.get("other codes", 0)
inexact -= sum(f" {name}: other place:" in run.stdout for name in OTHER_PLACE)
wrong = run.returncode != 0 or decided < MINIMUM_DECIDED or inexact > 0
if wrong:
    print("\n".join(l for l in run.stdout.splitlines() if ": declined:" not in l), run.stderr)
print(line)
print(f"{decided} decided, {MINIMUM_DECIDED} asked for; {counts.get('exact', 0)} passed, {inexact + counts.get('false accept', 0) + counts.get('false reject', 0) + counts.get('died', 0)} failed")
sys.exit(wrong)
