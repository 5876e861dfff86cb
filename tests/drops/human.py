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
    print(f"{len(programs) - failed} passed, {failed} failed")
    return failed > 0 or not programs


if __name__ == "__main__":
    sys.exit(main())
