#!/usr/bin/env python3
"""diagnostics <- frontend <- checker <- driver: no include looks upward, and third-party code stays where it belongs.

    layering.py ROOT"""
import pathlib, re, sys

LAYERS = ["diagnostics", "frontend", "checker", "driver"]
# The parser generator's headers cost seconds each; doctest belongs to tests.
ONLY_IN = {"tao/pegtl": "frontend/syntax", "doctest/": "tests"}
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)


def main():
    root = pathlib.Path(sys.argv[1])
    wrong, seen = [], 0
    for level, layer in enumerate(LAYERS):
        for file in sorted((root / layer).rglob("*.[ch]pp")) + sorted((root / layer).rglob("*.def")):
            name = file.relative_to(root).as_posix()
            for target in INCLUDE.findall(file.read_text(encoding="utf-8")):
                seen += 1
                first = target.split("/")[0]
                if first in LAYERS and LAYERS.index(first) > level:
                    wrong.append(f"{name} includes {target}: upward")
                for prefix, place in ONLY_IN.items():
                    if target.startswith(prefix) and not name.startswith(place):
                        wrong.append(f"{name} includes {target}: allowed in {place} only")
                if first in ("..", "."):
                    wrong.append(f"{name} includes {target}: paths start at the root")
    print("\n".join(wrong))
    print(f"{seen - len(wrong)} includes passed, {len(wrong)} failed")
    sys.exit(bool(wrong) or not seen)


main()
