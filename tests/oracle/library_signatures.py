#!/usr/bin/env python3
"""library_signatures.py FOLDER [--keep DIR]

Holds the library's signatures (frontend/library/*.rs) against the installed std: for every inherent method an extension trait with our signature is implemented by
calling the real one, for every trait impl the real type must satisfy the trait with our associated types, for every free function a wrapper must compile. What
compiles is no more permissive than std. Prints each item that rustc refuses; exit status 1 if there is any, 77 without rustc.

The library is regular text (one declaration a line), so it is read line by line, not parsed. Items marked `#[unstable_item]`, those under `macros`, and unstable modules are
left out; they have no stable counterpart."""
import json, os, re, shutil, subprocess, sys, tempfile

RENAMES = [(r"\bHashMap(Iter|IterMut|IntoIter|Keys|Values|ValuesMut|IntoKeys|IntoValues|Drain|Entry|OccupiedEntry|VacantEntry)\b", r"std::collections::hash_map::\1"),
           (r"\bBTreeMap(Iter|IterMut|IntoIter|Keys|Values|ValuesMut|IntoKeys|IntoValues|Range|RangeMut|Entry|OccupiedEntry|VacantEntry)\b", r"std::collections::btree_map::\1"),
           (r"\bHashSet(Iter|IntoIter|Drain|Difference|SymmetricDifference|Intersection|Union)\b", r"std::collections::hash_set::\1"),
           (r"\bBTreeSet(Iter|IntoIter|Range|Difference|SymmetricDifference|Intersection|Union)\b", r"std::collections::btree_set::\1"),
           (r"\bVecDeque(Iter|IterMut|IntoIter|Drain)\b", r"std::collections::vec_deque::\1"),
           (r"\bBinaryHeap(Iter|IntoIter|PeekMut)\b", r"std::collections::binary_heap::\1"),
           (r"\bcrate::hash::DefaultHasher\b", "std::hash::DefaultHasher"), (r"\bcrate::", "std::")]
# Differences that are meant: items whose real form cannot be written on stable.
SKIPPED = ["Try<", "impl<T> Try", "FromResidual", "for !", "Fn<A>", "FnMut<A>", "FnOnce<A>", "auto trait", "Step", "Pattern", "Concat", "Join<", "!Send", "!Sync", "BorrowRef", "Table<",
           "SliceIndex", "UnsafeCell", "Try for", "LegacyReceiver",
           # well-formed only as inherent methods
           "binary_search_by", "self: Box<str>", "this: Self) -> Result<T, Self>"]


def translate(text):
    for pattern, replacement in RENAMES:
        text = re.sub(pattern, replacement, text)
    return text


def split_top(text, separator=","):
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        if c in "<([{":
            depth += 1
        elif c in ")]}" or (c == ">" and text[i - 1] != "-"):
            depth -= 1
        elif c == separator and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [p for p in parts if p]


def take_generics(text):
    """('<…>' or '', rest)"""
    if not text.startswith("<"):
        return "", text
    depth = 0
    for i, c in enumerate(text):
        if c == "<":
            depth += 1
        elif c == ">" and text[i - 1] != "-":
            depth -= 1
            if depth == 0:
                return text[:i + 1], text[i + 1:].strip()
    raise ValueError(text)


def names_of(generics):
    return [re.sub(r"^const ", "", p).split(":")[0].split("=")[0].strip() for p in split_top(generics[1:-1])] if generics else []


def read(folder):
    """Yields (kind, context, text) with modules tracked by indentation."""
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".rs"):
            continue
        modules, stack, impl, each, unstable = [], [], None, None, False
        for number, line in enumerate(open(os.path.join(folder, name)), 1):
            text, indent = line.strip(), (len(line) - len(line.lstrip())) // 4
            where = f"{name}:{number}"
            if text.startswith("#[unstable_item]"):
                unstable = True
            elif text.startswith("#[each("):
                variable, values = re.match(r"#\[each\((\w+) = (.*)\)\]", text).groups()
                each = (variable, values.split(", ")[0])
            elif match := re.match(r"pub mod (\w+) \{", text):
                modules = modules[:indent] + [match[1] if not unstable else None]
                unstable = False
                stack = stack[:indent] + [[]]
            elif text.startswith("use ") and None not in modules:
                stack[indent - 1].append(text)
            elif text.startswith("impl"):
                modules, stack = modules[:indent], stack[:indent]
                impl = (text, each, modules, [use for uses in stack for use in uses])
                each = None
                if text.endswith("{}"):
                    yield "impl", where, impl, []
                    impl = None
                else:
                    body = []
            elif impl and text == "}":
                yield "impl", where, impl, body
                impl = None
            elif impl:
                body.append(text)
            elif text.startswith(("pub fn", "pub const fn")) and text.endswith(";") and None not in modules and modules[:1] != ["macros"]:
                modules, stack = modules[:indent], stack[:indent]
                yield "fn", where, ("", None, modules, [use for uses in stack for use in uses]), [text]
            else:
                unstable = unstable and text.startswith("#[")


def wrap_method(text, call_type, number):
    """Declaration and definition of one method in an extension trait."""
    text = re.sub(r"^pub ", "", text)
    text = re.sub(r"^const fn", "fn", text).rstrip(";")
    match = re.match(r"fn (\w+)(.*)$", text)
    name, rest = match.groups()
    generics, rest = take_generics(rest)
    depth = 0
    for i, c in enumerate(rest):
        depth += c == "("
        depth -= c == ")"
        if depth == 0:
            break
    params, tail = split_top(rest[1:i]), rest[i + 1:]
    arguments = []
    for k, p in enumerate(params):
        pattern = p.split(":")[0].strip()
        arguments.append("self" if pattern.replace("&", "").replace("mut ", "").split()[-1] == "self" else re.sub(r"^_", "", pattern))
        if not arguments[-1] == "self":
            params[k] = arguments[-1] + ":" + p.split(":", 1)[1]
    head = f"fn w{number}{generics}({', '.join(params)}){tail}"
    return head, f"{call_type}::{name}({', '.join(arguments)})"


def program(folder):
    """(text, [(first line, last line, where, item)])"""
    out, items = ["#![allow(warnings)]"], []

    def add(where, item, lines, modules, uses):
        first = len(out) + 1
        out.append(f"mod c{len(items)} {{")
        if modules and modules[0] != "tuple":
            out.append(f"    use std::{'::'.join(modules)}::*;")
        out.extend("    " + translate(line) for line in uses + lines)
        out.append("}")
        items.append((first, len(out), where, item))

    for kind, where, (head, each, modules, uses), body in read(folder):
        if None in modules or modules[:1] == ["macros"]:
            continue
        if kind == "fn":
            declaration, _ = wrap_method(body[0], "", 0)
            name, arguments = re.match(r"(?:pub )?(?:const )?fn (\w+)", body[0])[1], wrap_method(body[0], "", 0)[1]
            call = f"std::{'::'.join(modules)}::{name}" + arguments[arguments.index("("):]
            if call.endswith("()"):
                generics = take_generics(re.sub(r"^.*?fn \w+", "", body[0]))[0]
                call = call[:-2] + (f"::<{', '.join(names_of(generics))}>()" if generics else "()")
            add(where, body[0], [f"{declaration} {{ {call} }}"], modules, uses)
            continue
        text = head.rstrip("{} ").strip().replace("#[may_dangle] ", "")
        if any(s in text for s in SKIPPED):
            continue
        if each:
            text = re.sub(rf"\b{each[0]}\b", each[1], text)
            body = [re.sub(rf"\b{each[0]}\b", each[1], line) for line in body]
        generics, rest = take_generics(text[4:].strip())
        rest, _, where_clause = rest.partition(" where ")
        where_clause = f" where {where_clause}" if where_clause else ""
        if " for " in rest:
            trait, self_type = rest.split(" for ", 1)
            if trait == "Drop":
                continue
            associated = [re.match(r"type (\w+) = (.*);", line).groups() for line in body if line.startswith("type ")]
            if associated:
                bindings = ", ".join(f"{n} = {t}" for n, t in associated)
                trait = trait[:-1] + ", " + bindings + ">" if trait.endswith(">") else f"{trait}<{bindings}>"
            trait = re.sub(r"<&(?!')", "<&'x1 ", trait)
            # An opaque return type is checked against its bounds with the generics of the function in scope.
            add(where, head, [f"fn d<'x0, 'x1{', ' + generics[1:] if generics else '>'}(x: &'x0 {self_type}) -> &'x0 (impl {trait} + ?Sized){where_clause} {{ x }}"], modules, uses)
            continue
        for line in body:
            if "fn " not in line or line.startswith("#") or any(s in line for s in SKIPPED):
                continue
            declaration, call = wrap_method(line, f"<{rest}>", 0)
            applied = f"<{', '.join(names_of(generics))}>" if generics else ""
            add(where, line, [f"trait Ext{generics}{where_clause} {{ {declaration}; }}",
                              f"impl{generics} Ext{applied} for {rest}{where_clause} {{ {declaration} {{ {call} }} }}"], modules, uses)
    return "\n".join(out) + "\n", items


def main():
    if shutil.which("rustc") is None:
        print("skipped: rustc is not installed")
        return 77
    text, items = program(sys.argv[1])
    work = sys.argv[sys.argv.index("--keep") + 1] if "--keep" in sys.argv else tempfile.mkdtemp(prefix="lien_signatures_")
    path = os.path.join(work, "signatures.rs")
    with open(path, "w") as file:
        file.write(text)
    run = subprocess.run(["rustc", "--edition", "2024", "--crate-type", "lib", "--cap-lints", "allow", "--error-format=json", "--emit=metadata", "--out-dir", work, path],
                         capture_output=True, text=True)
    refused = {}
    for line in run.stderr.splitlines():
        finding = json.loads(line)
        if finding["level"] != "error" or not finding["spans"]:
            continue
        at = finding["spans"][0]["line_start"]
        for first, last, where, item in items:
            if first <= at <= last:
                refused.setdefault((where, item), finding["message"])
    for (where, item), message in sorted(refused.items()):
        print(f"{where}: {item}\n      {message}")
    print(f"{len(items) - len(refused)} passed, {len(refused)} failed")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
