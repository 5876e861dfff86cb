#!/usr/bin/env python3
"""The destructor traces of programs, predicted from `lien drops --format=json` alone (see simulate.py).

    traces.py LIEN FILE.rs|FOLDER...

Line 1 of a program may tell what it prints when it runs: `// trace: a b | c`, a bar for each call of main's. Others are compiled with rustc and run, where it is
installed. Programs outside of the language are named and counted, not
judged. The test is tested, too: a schedule from which a drop that shows was taken, or in which two that show were swapped, must give another trace."""
import copy, json, os, pathlib, shutil, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from simulate import Jump, Simulator, Unsupported, Wrong

LIEN = os.path.abspath(sys.argv[1])


def schedule_of(file):
    run = subprocess.run([LIEN, "drops", "--format=json", str(file)], capture_output=True, text=True, timeout=60)
    return json.loads(run.stdout)


def printed_by(file):
    """What the program prints when it runs; None where that cannot be known."""
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    if first.startswith("// trace:"):
        return first.removeprefix("// trace:").split()
    if shutil.which("rustc") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        subprocess.run(["rustc", "--edition", "2024", "--cap-lints", "allow", "-o", program, str(file)], check=True, capture_output=True, timeout=300)
        return subprocess.run([program], capture_output=True, text=True, timeout=60).stdout.split()


def trace(file, schedule):
    """What the program prints under a schedule, and which drops ran: (exit, drop, did it show?)."""
    simulator = Simulator(LIEN, file, schedule)
    return simulator.run().split(), simulator.schedule.executed


def notices(file, schedule, expected):
    """Does the test fail under a wrong schedule?"""
    try:
        return trace(file, schedule)[0] != expected
    except (Wrong, Jump):
        return True


def sabotages(schedule, executed):
    """Wrong schedules, each with a name: a drop that shows is left out, or comes a second time; two that show change places."""
    shown = sorted({(exit_, drop) for exit_, drop, showed in executed if showed})
    for exit_, drop in shown:
        wrong = copy.deepcopy(schedule)
        del wrong["exits"][exit_]["drops"][drop]
        yield f"exit {exit_} without drop {drop}", wrong
    for exit_ in sorted({exit_ for exit_, _ in shown}):
        drops = [drop for e, drop in shown if e == exit_]
        if len(drops) > 1:
            wrong = copy.deepcopy(schedule)
            wrong["exits"][exit_]["drops"].reverse()
            yield f"exit {exit_} reversed", wrong
        wrong = copy.deepcopy(schedule)
        wrong["exits"][exit_]["drops"].append(wrong["exits"][exit_]["drops"][drops[0]])
        yield f"exit {exit_} with a drop twice", wrong


def main():
    files = [file for path in map(pathlib.Path, sys.argv[2:]) for file in (sorted(path.glob("*.rs")) if path.is_dir() else [path])]
    passed, failed, skipped, wrong_schedules = 0, 0, [], 0
    for file in files:
        expected = printed_by(file)
        if expected is None:
            skipped.append(f"{file.name}: rustc is not installed")
            continue
        schedule = schedule_of(file)
        try:
            found, executed = trace(file, schedule)
        except Unsupported as reason:
            skipped.append(f"{file.name}: {reason}")
            continue
        except Wrong as reason:
            failed += 1
            print(f"--- {file}: {reason}")
            continue
        problems = [] if found == expected else [f"predicted {' '.join(found)}, not {' '.join(expected)}"]
        if not problems:
            for name, wrong in sabotages(schedule, executed):
                wrong_schedules += 1
                if not notices(file, wrong, expected):
                    problems.append(f"a wrong schedule is not noticed: {name}")
        failed += bool(problems)
        passed += not problems
        for problem in problems:
            print(f"--- {file}: {problem}")
    for reason in skipped:
        print(f"skipped: {reason}")
    print(f"{len(skipped)} skipped, {wrong_schedules} wrong schedules noticed")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or not passed


if __name__ == "__main__":
    sys.exit(main())
