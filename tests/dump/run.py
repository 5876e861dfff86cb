#!/usr/bin/env python3
"""Compares `lien dump --stage=S` with the recorded text: `NAME.S` beside `NAME.rs` for each stage that the program shows.

    run.py LIEN FOLDER [--update]

A dump is for people: read the difference before `--update` records it. Also: `--help` names every stage, and an unknown stage is a usage error."""
import difflib, pathlib, subprocess, sys

STAGES = ["tokens", "ast", "types", "mir", "facts"]


def dump(lien, stage, file):
    return subprocess.run([lien, "dump", f"--stage={stage}", str(file)], capture_output=True, text=True, timeout=60)


def main():
    lien, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    passed, wrong, shown = 0, [], set()
    for recorded in sorted(folder.glob("*.*")):
        stage = recorded.suffix[1:]
        if stage not in STAGES:
            continue
        shown.add(stage)
        run = dump(lien, stage, recorded.with_suffix(".rs"))
        if "--update" in sys.argv:
            recorded.write_text(run.stdout, encoding="utf-8")
        elif run.returncode != 0 or run.stdout != recorded.read_text(encoding="utf-8"):
            difference = difflib.unified_diff(recorded.read_text().splitlines(), run.stdout.splitlines(), "recorded", "now", lineterm="")
            wrong.append(f"--- {recorded}: exit status {run.returncode} {run.stderr}\n" + "\n".join(difference))
        else:
            passed += 1
    help_text = subprocess.run([lien, "dump", "--help"], capture_output=True, text=True).stdout
    wrong += [f"--- {stage} is shown by no program" for stage in STAGES if stage not in shown]
    wrong += [f"--- `lien dump --help` does not name {stage}" for stage in STAGES if f"{stage}:" not in help_text]
    unknown = dump(lien, "nowhere", next(folder.glob("*.rs")))
    if unknown.returncode != 2 or "no stage `nowhere`" not in unknown.stderr or unknown.stdout:
        wrong.append("--- an unknown stage is no usage error")
    missing = dump(lien, "mir", folder / "no_such_file.rs")
    if missing.returncode != 2 or missing.stdout:
        wrong.append("--- a file that cannot be read has a dump")
    print("\n".join(wrong))
    print(f"{passed} passed, {len(wrong)} failed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
