#!/usr/bin/env python3
"""Holds the cases of tests/unit/program_checks_cases.hpp against the installed rustc.

usage: item_cases.py check|fill|show [FILE]
check: every `//=` line is what rustc says, and a `//!` line (what Lien says instead) holds only declines or a part of it. fill: writes the `//=` lines."""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent.parent / "unit" / "program_checks_cases.hpp"
FLAGS = ["--edition", "2024", "--error-format=json", "--emit=metadata", "-A", "warnings", "--cap-lints", "allow"]


def rustc(source):
    """The errors of a program as 'CODE@line:column', sorted by position."""
    kind = "bin" if re.search(r"^\s*(pub\s+)?(const\s+)?fn main\b", source, re.M) else "lib"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.rs")
        pathlib.Path(path).write_text(source)
        run = subprocess.run(["rustc", *FLAGS, "--crate-type", kind, "--out-dir", folder, path], capture_output=True, text=True)
    found = []
    for line in run.stderr.splitlines():
        message = json.loads(line)
        if message.get("$message_type") != "diagnostic" or message["level"] != "error" or message["message"].startswith("aborting due"):
            continue
        span = next((s for s in message["spans"] if s["is_primary"]), None)
        code = (message["code"] or {}).get("code") or "-"
        at = (span["line_start"], span["column_start"]) if span else (0, 0)
        found.append((*at, code, message["message"].split("\n")[0]))
    return sorted(found)


def short(errors):
    return " ".join(f"{code}@{line}:{column}" for line, column, code, _ in errors)


def read(text):
    """The text before the first case, and [title, expected, own, body] of each."""
    head, *parts = re.split(r"(?m)^//# ", text)
    cases = []
    for part in parts:
        title, _, body = part.partition("\n")
        expected = own = None
        if match := re.match(r"//= ?(.*)\n", body):
            expected, body = match.group(1).strip(), body[match.end():]
        if match := re.match(r"//! ?(.*)\n", body):
            own, body = match.group(1).strip(), body[match.end():]
        cases.append([title, expected, own, body])
    return head, cases


def main():
    mode = sys.argv[1] if len(sys.argv) > 1 else "check"
    path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else CASES
    head, cases = read(path.read_text())
    sources = [re.split(r'(?m)^\)rs"', case[3])[0].rstrip("\n") + "\n" for case in cases]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(rustc, sources))
    wrong = 0
    for case, source, answer in zip(cases, sources, answers):
        title, expected, own, _ = case
        said = short(answer)
        if mode == "show":
            print(f"## {title}\n{source}   {answer}")
        elif mode == "fill":
            case[1] = said
        else:
            beyond = [finding for finding in (own or "").split() if not finding.startswith("L") and finding not in said.split()]
            if expected != said or beyond:
                wrong += 1
                print(f"{title}\n  expected {expected}\n  rustc    {said}" + (f"\n  beyond rustc: {beyond}" if beyond else ""))
    if mode == "fill":
        lines = [f"//# {title}\n//= {expected}".rstrip() + "\n" + (f"//! {own}".rstrip() + "\n" if own is not None else "") + body for title, expected, own, body in cases]
        path.write_text(head + "".join(lines))
    if mode == "check":
        print(f"{len(cases)} cases, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
