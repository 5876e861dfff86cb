#!/usr/bin/env python3
"""diagnostics <- frontend <- checker <- driver: no include looks upward, third-party code stays where it belongs, and no two headers define types of one name in
one namespace (the linker would take either's members for the other's).

    layering.py ROOT"""
import pathlib, re, sys

LAYERS = ["diagnostics", "frontend", "checker", "driver"]
# The parser generator's headers cost seconds each; doctest belongs to tests.
ONLY_IN = {"tao/pegtl": "frontend/syntax", "doctest/": "tests"}
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)

NAMESPACE = re.compile(r"^namespace ([\w:]+) \{")
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{")


def types_of(header):
    """The qualified names of the types that a header defines at the top level of its namespaces."""
    namespace = ""
    for line in header.read_text(encoding="utf-8").splitlines():
        if opened := NAMESPACE.match(line):
            namespace = opened[1]
        elif defined := TYPE.match(line):
            yield f"{namespace}::{defined[1]}"


def main():
    root = pathlib.Path(sys.argv[1])
    wrong, seen, defined_in = [], 0, {}
    for level, layer in enumerate(LAYERS):
        for file in sorted((root / layer).rglob("*.[ch]pp")) + sorted((root / layer).rglob("*.def")):
            name = file.relative_to(root).as_posix()
            for defined in types_of(file) if file.suffix == ".hpp" else ():
                if defined_in.setdefault(defined, name) != name:
                    wrong.append(f"{name} defines {defined}, as {defined_in[defined]} does")
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
