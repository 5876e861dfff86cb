#!/usr/bin/env python3
"""No library type, trait, method or function is known to C++ by name, outside the table of lang items.

    library_names.py ROOT

Names are those that frontend/library declares. A text in C++ breaks the rule when it is exactly the name of a library type or trait (or a path that
ends in one), or when any library name is compared with something. Tables of lang items, predefined symbols and the words of
attributes (derives among them), and what prints MIR or the syntax tree, are left out."""
import pathlib, re, sys

TYPES = re.compile(r"\b(?:struct|enum|trait)\s+([A-Za-z_]\w*)")
OTHERS = re.compile(r"\b(?:fn|type|mod|const)\s+([A-Za-z_]\w*)")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
RAW = re.compile(r'R"(\w*)\(.*?\)\1"', re.S)
LITERAL = re.compile(r'"((?:\w+::)*)(\w+)"')
COMPARED = re.compile(r'(?:[=!]=\s*|\b(?:find|intern|Case|Cases|equals|isNamed|starts_with|ends_with|contains)\()"((?:\w+::)*)(\w+)"')
LEFT_OUT = {"frontend/names/lang_items.def", "frontend/syntax/symbols.def", "frontend/names/known_names.cpp", "diagnostics/kinds.def", "checker/mir/print.cpp", "frontend/syntax/dump_ast.cpp"}
# The modules whose names every file sees, by definition of the language, and words of attributes.
ALLOWED = {"prelude", "v1", "default", "align"}


def main():
    root = pathlib.Path(sys.argv[1])
    types, names = set(), set()
    for file in sorted((root / "frontend/library").rglob("*.rs")):
        source = COMMENT.sub("", file.read_text(encoding="utf-8"))
        types.update(TYPES.findall(source))
        names.update(OTHERS.findall(source))
    # One letter is a generic parameter; a primitive type has a module of its name.
    types = {n for n in types if len(n) > 1}
    names = {n for n in names | types if len(n) > 1 and not re.fullmatch(r"[iuf]\d+|[iu]size|str|char|bool|slice|array", n)}
    wrong, seen = [], 0
    # The driver and the renderers never see a program's names.
    for layer in ["frontend", "checker"]:
        for file in sorted((root / layer).rglob("*")):
            name = file.relative_to(root).as_posix()
            if file.suffix not in (".cpp", ".hpp", ".def") or name in LEFT_OUT:
                continue
            seen += 1
            for line in COMMENT.sub("", RAW.sub("", file.read_text(encoding="utf-8"))).split("\n"):
                if line.lstrip().startswith("#include"):
                    continue
                found = {last for _, last in LITERAL.findall(line)} & types | {last for _, last in COMPARED.findall(line)} & (names - ALLOWED)
                wrong += [f"{name}: \"{text}\" names a library item: {line.strip()[:100]}" for text in sorted(found)]
    print("\n".join(wrong))
    print(f"{seen} files passed, {len(wrong)} failed" if not wrong else f"{seen} files read, {len(wrong)} failed")
    sys.exit(bool(wrong) or not types)


main()
