#!/usr/bin/env python3
"""Runs the unit tests and ends with a line that counts.  run_unit.py LIEN_UNIT [ARGUMENTS...]"""
import re, subprocess, sys

run = subprocess.run(sys.argv[1:], capture_output=True, text=True)
found = re.search(r"test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed", run.stdout)
if run.returncode != 0 or not found:
    print(run.stdout, run.stderr, sep="")
passed, failed = (found[2], found[3]) if found else ("0", "1")
print(f"{passed} passed, {failed} failed")
sys.exit(run.returncode != 0 or not found)
