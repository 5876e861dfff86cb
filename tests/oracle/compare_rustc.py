#!/usr/bin/env python3
"""compare_rustc.py LIEN [--list] [--declines] FILE-OR-FOLDER…

Holds `lien check --borrowck nll` against the installed rustc on each .rs file: verdict, codes and primary positions of all errors. `--list` names
every file that is not exact; `--declines` counts what was declined, by name. Exit status 1 when a verdict is wrong or something died; 77 (skipped)
without rustc."""
import collections, concurrent.futures, os, shutil, sys
from agreement import *


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if shutil.which("rustc") is None:
        print("skipped: rustc is not installed")
        return 77
    lien, paths = args[0], []
    for arg in args[1:]:
        if os.path.isdir(arg):
            for folder, _, names in sorted(os.walk(arg)):
                paths += [os.path.join(folder, n) for n in sorted(names) if n.endswith(".rs")]
        else:
            paths.append(arg)
    kinds, names = collections.Counter(), collections.Counter()

    def judge(path):
        wanted = rustc_errors(path)
        return path, ("died", "rustc gave no verdict") if wanted is None else compare(lien_errors(lien, path), wanted)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, (kind, detail) in pool.map(judge, paths):
            kinds[kind] += 1
            if kind == "declined":
                names.update({message for _, message, _, _ in detail})
            if "--list" in sys.argv and kind != "exact":
                print(f"  {path}: {kind}: {detail}")
    print_table("rustc", kinds)
    if "--declines" in sys.argv:
        for name, count in names.most_common():
            print(f"{count:6} {name}")
    return 1 if any(kinds[k] for k in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main())
