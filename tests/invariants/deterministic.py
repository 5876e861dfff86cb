#!/usr/bin/env python3
"""The same input gives the same bytes: run after run, with one thread or several, alone or beside other files.

    deterministic.py LIEN FOLDER..."""
import os, pathlib, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import run_all, test

LIEN = os.path.abspath(sys.argv[1])
FOLDERS = sys.argv[2:]


def check(*args):
    run = subprocess.run([LIEN, "check", "--quiet", *args], capture_output=True, timeout=300)
    assert run.returncode in (0, 1, 2, 101), run.stderr  # an internal error is the other tests' affair
    return run.stdout


@test
def runs_and_threads():
    """Two runs and one, two and eight threads agree."""
    for fmt in ["human", "json", "short"]:
        first = check(f"--format={fmt}", "--jobs=1", *FOLDERS)
        assert first, "the folders give no findings at all"
        for jobs in ["1", "2", "8"]:
            assert check(f"--format={fmt}", f"--jobs={jobs}", *FOLDERS) == first, f"{fmt} with {jobs} threads differs"


@test
def alone_and_together():
    """A file is judged alone as it is judged beside others."""
    files = [str(f) for folder in FOLDERS for f in sorted(pathlib.Path(folder).rglob("*.rs"))]
    assert files
    together = check("--format=short", *files)
    alone = b"".join(check("--format=short", f) for f in files)
    assert together == alone


run_all()
