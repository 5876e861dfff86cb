#!/usr/bin/env python3
"""What `lien drops` shows people: for each program in human/, the text beside it (NAME.txt), to the letter.

    human.py LIEN [--update]

The first line of a program may ask for options (`//@ lien: --function f`) or tell the exit status (`//@ status: 1`). `--update` rewrites the texts: read the
difference before you commit it."""
import os, pathlib, subprocess, sys

HERE = pathlib.Path(__file__).parent / "human"


def head(text, word):
    first = text.split("\n", 1)[0]
    return first.split(":", 1)[1].split() if first.startswith(f"//@ {word}:") else []


# Options and environment, and whether the schedule gets colours where the output is no terminal.
COLORS = [([], {}, False), (["--color=always"], {}, True), (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False), ([], {"CLICOLOR_FORCE": "1"}, True),
          ([], {"CLICOLOR_FORCE": "0"}, False), ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False), (["--color=always"], {"NO_COLOR": "1", "TERM": "dumb"}, True)]
# Command lines that cannot be followed, and a part of what is said.
WRONG = [(["--format=xml", "scope_end.rs"], "there is no format `xml`: human, json or dot"), (["--color=blue", "scope_end.rs"], "`--color` takes auto, always or never"),
         ([], "one file is needed"), (["scope_end.rs", "loops.rs"], "one file is needed"), (["no_such_file.rs"], "cannot read `no_such_file.rs`"),
         (["--function=nope", "scope_end.rs"], "`scope_end.rs` has no function `nope`"),
         (["--variable=nope", "scope_end.rs"], "no function of `scope_end.rs` has a variable `nope`"),
         (["--variable=nope", "--function=f", "variable.rs"], "`f` has no variable `nope`")]


def command_line(lien, environment):
    """What is wrong with options and exit statuses."""
    for options, more, colored in COLORS:
        run = subprocess.run([lien, "drops", *options, "scope_end.rs"], capture_output=True, text=True, cwd=HERE, env=environment | more, timeout=60)
        if run.returncode != 0 or ("\x1b[" in run.stdout) != colored:
            yield f"{options} with {more}: {'no ' if colored else ''}colours"
    for options, expected in WRONG:
        run = subprocess.run([lien, "drops", *options], capture_output=True, text=True, cwd=HERE, env=environment, timeout=60)
        if run.returncode != 2 or run.stdout or expected not in run.stderr:
            yield f"{options}: exit status {run.returncode}, {run.stdout}{run.stderr}"


def main():
    lien, failed = os.path.abspath(sys.argv[1]), 0
    programs = sorted(HERE.glob("*.rs"))
    # What the terminal of whoever runs the test would have its colours by.
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CLICOLOR_FORCE")}
    for program in programs:
        text = program.read_text(encoding="utf-8")
        run = subprocess.run([lien, "drops", *head(text, "lien"), program.name], capture_output=True, text=True, cwd=HERE, env=environment, timeout=60)
        expected = program.with_suffix(".txt")
        if "--update" in sys.argv:
            expected.write_text(run.stdout, encoding="utf-8")
        status = int((head(text, "status") or ["0"])[0])
        if run.returncode != status or not expected.exists() or run.stdout != expected.read_text(encoding="utf-8"):
            failed += 1
            print(f"--- {program}: exit status {run.returncode} (expected {status}); it shows\n{run.stdout}{run.stderr}")
    for problem in command_line(lien, environment):
        failed += 1
        print(f"--- {problem}")
    print(f"{len(programs) + len(COLORS) + len(WRONG) - failed} passed, {failed} failed")
    return failed > 0 or not programs


if __name__ == "__main__":
    sys.exit(main())
