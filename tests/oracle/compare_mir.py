#!/usr/bin/env python3
"""Compares the MIR that Lien builds with the MIR that rustc's borrow check reads, block for block.

    compare_mir.py LIEN FILE.rs... [--list] [--show FUNCTION]

Both graphs are brought to one form (empty jumps skipped, blocks with one predecessor merged) and walked in step from the entry, with locals matched as they
appear. So the order of evaluation, moves and copies, temporaries and their ends, drops, unwind edges and false edges must all agree; names of blocks and
locals, constants, types and spans do not count. Two-phase borrows look like plain ones in rustc's text. Functions that Lien does not lower count as
declined. Exit 1 when a function differs, or when none could be compared."""
import collections, os, re, subprocess, sys, tempfile

LOCAL = re.compile(r"_(\d+)")


def split_top(text, separator=", "):
    """Splits at separators outside of brackets and strings."""
    parts, depth, start, i, quoted = [], 0, 0, 0, False
    while i < len(text):
        c = text[i]
        if quoted:
            if c == "\\": i += 1
            elif c == '"': quoted = False
        elif c == '"': quoted = True
        elif c in "([{": depth += 1
        elif c in ")]}": depth -= 1
        elif c == "<" and not text.startswith("<-", i): depth += 1
        elif c == ">" and text[i - 1] not in "-=": depth -= 1
        elif depth == 0 and text.startswith(separator, i):
            parts.append(text[start:i])
            start = i + len(separator)
            i = start
            continue
        i += 1
    if text[start:]: parts.append(text[start:])
    return parts


def rustc_place(text):
    """`((_1 as Some).0: D)` to `_1@.0`, `(*_1)[_2]` to `_1*[_2]`."""
    def parse(i):
        if text[i] == "(":
            if text[i + 1] == "*":
                inner, i = parse(i + 2)
                assert text[i] == ")", text
                inner, i = inner + "*", i + 1
            else:
                inner, i = parse(i + 1)
                if text.startswith(" as ", i):
                    inner, i = inner + "@", text.index(")", i) + 1
                elif text[i] == ".":
                    number = re.match(r"\.(\d+)", text[i:]).group(1)
                    inner, depth = f"{inner}.{number}", 0
                    while not (text[i] == ")" and depth == 0):
                        depth += (text[i] in "([{<") - (text[i] in ")]}" or text[i] == ">" and text[i - 1] != "-")
                        i += 1
                    i += 1
        else:
            m = re.match(r"_\d+", text[i:])
            assert m, text
            inner, i = m.group(0), i + len(m.group(0))
        while i < len(text) and text[i] == "[":
            end = text.index("]", i)
            inner, i = inner + text[i:end + 1].replace(":", "..").replace("..]", "..-0]"), end + 1
        return inner, i
    place, end = parse(0)
    assert end == len(text), (text, place, end)
    return place


def rustc_operand(text):
    if text.startswith("const "): return "const"
    if text.startswith("copy "): return "copy " + rustc_place(text[5:])
    if text.startswith("move "): return "move " + rustc_place(text[5:])
    return "const"  # a function named by its path


def operands(parts): return "(" + ", ".join(rustc_operand(p) for p in parts) + ")"


def rustc_rvalue(text):
    parts = split_top(text, " as ")
    if len(parts) > 1 and re.match(r"(copy|move|const) |[\w:<>]+ as .*\(PointerCoercion", text): return "cast " + rustc_operand(parts[0])
    if re.match(r"(copy|move|const) ", text): return rustc_operand(text)
    for prefix, name in (("&raw const (fake) ", "raw "), ("&fake shallow ", "&fake "), ("&mut ", "&mut "), ("&", "&")):
        if text.startswith(prefix): return name + rustc_place(text[len(prefix):])
    if text.startswith("discriminant("): return "discriminant " + rustc_place(text[13:-1])
    call = re.match(r"(Add|Sub|Mul|Div|Rem|BitXor|BitAnd|BitOr|Shl|Shr|Eq|Lt|Le|Ne|Ge|Gt|Not|Neg|AddWithOverflow|SubWithOverflow|MulWithOverflow|PtrMetadata)\((.*)\)$", text)
    if call:
        name = re.sub(r"(\w+)WithOverflow", r"Checked\1", call.group(1))
        return name + operands(split_top(call.group(2)))
    if text.startswith("["):
        parts = split_top(text[1:-1], "; ")
        return "repeat " + rustc_operand(parts[0]) if len(parts) == 2 else "array" + operands(split_top(text[1:-1]))
    if text.startswith("("): return "tuple" + operands(split_top(text[1:-1].rstrip(",")))
    if text.endswith("}"):
        fields = [p.split(": ", 1)[1] for p in split_top(text[text.index("{") + 2:-2])]
        return "adt" + operands(fields)
    if text.endswith(")"):
        return "adt" + operands(split_top(text[first_top_paren(text) + 1:-1]))
    return "adt()"


def first_top_paren(text):
    depth = 0
    for i, c in enumerate(text):
        if c == "<": depth += 1
        elif c == ">" and text[i - 1] != "-": depth -= 1
        elif c == "(" and depth == 0: return i
    raise ValueError(text)


def rustc_statement(text):
    for name in ("StorageLive", "StorageDead", "PlaceMention"):
        if text.startswith(name + "("): return f"{name} {rustc_place(text[len(name) + 1:-1])}"
    if text.startswith("FakeRead("):
        cause, place = split_top(text[9:-1])
        return f"FakeRead {cause.split('(')[0]} {rustc_place(place)}"
    if text.startswith("AscribeUserType("): return "Ascribe " + rustc_place(split_top(text[16:-1])[0])
    place, value = text.split(" = ", 1)
    return f"{rustc_place(place)} = {rustc_rvalue(value)}"


class Block:
    def __init__(self):
        self.statements, self.terminator, self.targets, self.cleanup = [], None, [], False


def edges(text):
    """`-> [return: bb1, unwind: bb2]`, `-> bb1`, `-> unwind continue` to [(label, block)]."""
    text = text.strip()
    if text.startswith("["): return [tuple(p.rsplit(": ", 1)) for p in split_top(text[1:-1]) if re.search(r": bb\d+$", p)]
    m = re.match(r"(?:unwind:? )?(bb\d+)$", text)
    return [("unwind" if "unwind" in text else "goto", m.group(1))] if m else []


def rustc_terminator(text):
    head, _, tail = text.rpartition(" -> ")
    if not head: return ("resume" if "resume" in text else text.split()[0]), []
    targets = edges(tail)
    if head == "goto": return "goto", targets
    if head.startswith("switchInt("): return "switch " + rustc_operand(head[10:-1]), [("to", b) for _, b in targets]
    if head.startswith("drop("): return "drop " + rustc_place(head[5:-1]), targets
    if head.startswith("assert("): return "assert " + rustc_operand(split_top(head[7:-1])[0].lstrip("!")), [("return" if l == "success" else l, b) for l, b in targets]
    if head in ("falseEdge", "falseUnwind"): return head, targets
    place, call = head.split(" = ", 1)
    args = call[call_paren(call) + 1:-1]
    return f"call {rustc_place(place)}{operands(split_top(args))}", [("unwind" if l == "goto" else l, b) for l, b in targets]


def call_paren(call):
    """The parenthesis of the arguments: the one that closes at the end."""
    depth = 0
    for i in range(len(call) - 1, -1, -1):
        depth += (call[i] == ")") - (call[i] == "(")
        if depth == 0: return i
    raise ValueError(call)


def parse_rustc(text, fold):
    blocks, block, shared = {}, None, set()
    header = re.search(r"^(?:fn|const|static) .*$", text, re.M)
    for m in re.finditer(r"(_\d+): &(?!mut )(?:'\S+ )?(?!mut )", header.group(0) if header else ""): shared.add(m.group(1))
    for line in text.splitlines():
        line = line.strip()
        m = re.match(r"let (?:mut )?(_\d+): &(?:'\S+ )?(?!mut )", line)
        if m: shared.add(m.group(1))
        m = re.match(r"(bb\d+)( \(cleanup\))?: \{$", line)
        if m:
            block = blocks[m.group(1)] = Block()
            block.cleanup = bool(m.group(2))
        elif line == "}":
            if block is not None and block.terminator is None and block.statements:
                block.terminator, block.targets = rustc_terminator(block.statements.pop())
                block.statements = [rustc_statement(s) for s in block.statements]
                lengths(block)
            block = None
        elif block is not None and line: block.statements.append(line.rstrip(";"))
    if fold: plain_copies(blocks, shared, set(re.findall(r"debug \S+ => (_\d+);", text)))
    return blocks


def plain_copies(blocks, shared, variables):
    """`_2 = &*_1` of a shared reference is the reference: rustc reborrows at coercions, Lien copies. Temporaries only for that are folded."""
    everything = [b.statements for b in blocks.values()]
    uses = collections.Counter(n for ss in everything for s in ss for n in re.findall(r"_\d+", s))
    for b in blocks.values(): uses.update(re.findall(r"_\d+", b.terminator or ""))
    rename = {}
    for ss in everything:
        for i, s in enumerate(ss):
            m = re.fullmatch(r"(_\d+) = &(_\d+)\*", s)
            if not m or m.group(2) not in shared: continue
            storage = sum(t in (f"StorageLive {m.group(2)}", f"StorageDead {m.group(2)}") for other in everything for t in other)
            if m.group(2) not in variables and storage >= 2 and uses[m.group(2)] == storage + 2: rename[m.group(2)], ss[i] = m.group(1), None
            else: ss[i] = f"{m.group(1)} = copy {m.group(2)}"
    constant = set()
    for ss in everything:
        for i, s in enumerate(ss):
            place, _, value = (s or "").partition(" = ")
            final = place
            while final in rename: final = rename[final]
            storage = sum(t in (f"StorageLive {final}", f"StorageDead {final}") for other in everything for t in other)
            if value == "const" and place in shared and final not in variables and storage >= 2 and uses[final] == storage + 2:
                constant.add(final)
                ss[i] = None
    for b in blocks.values():
        b.statements = [s for s in b.statements if s is None or not (s.startswith("Storage") and s.split()[1] in constant)]
        for c in constant:
            b.statements = [s and re.sub(rf"(?:move|copy) {c}\b", "const", s) for s in b.statements]
            if b.terminator: b.terminator = re.sub(rf"(?:move|copy) {c}\b", "const", b.terminator)
    for b in blocks.values():
        b.statements = [s for s in b.statements if s is not None and not (s.startswith("Storage") and s.split()[1] in rename)]
        for old in rename:
            new = old
            while new in rename: new = rename[new]
            b.statements = [re.sub(rf"{old}\b", new, s) for s in b.statements]
            if b.terminator: b.terminator = re.sub(rf"{old}\b", new, b.terminator)


def lengths(block):
    """rustc reads a slice's length through its pointer; Lien has one rvalue for it. The temporaries around it are folded away."""
    raw, out, alias = {}, [], {}
    for s in block.statements:
        for old, new in alias.items(): s = re.sub(rf"(copy|move) {old}\b", new if new == "const" else rf"\1 {new}", s)
        place, _, value = s.partition(" = ")
        if value.startswith("raw "):
            raw[place] = value[4:]
            continue
        m = re.match(r"PtrMetadata\((copy|move) (_\d+.*)\)$", value)
        if m: s = f"{place} = len {raw.get(m.group(2), m.group(2) + '*')}"
        previous = out[-1].partition(" = ") if out else ("", "", "")
        if re.fullmatch(r"move _\d+", value) and previous[2].startswith("len ") and previous[0] == value[5:]:
            alias[place] = value[5:]
            continue
        if value == "const" and previous[2].startswith("len ") and re.fullmatch(r"_\d+", place) and alias:
            alias[place] = "const"
            continue
        out.append(s)
    for old, new in alias.items():
        block.terminator = re.sub(rf"(copy|move) {old}\b", new if new == "const" else rf"\1 {new}", block.terminator)
    block.statements = out


# ---------------------------------------------------------------------------------------------------------------------- Lien's

class LienParser:
    def __init__(self, text, fold):
        self.names, self.blocks = {}, {}
        block, number, shared = None, 0, set()
        for line in text.splitlines()[1:]:
            stripped = line.strip()
            m = re.match(r"(?:param|let) (?:mut )?(\S+): (.*)", stripped)
            if m and block is None:
                self.names[m.group(1)] = f"_{number}"
                if re.match(r"&(?:'\S+ )?(?!mut )", m.group(2)): shared.add(f"_{number}")
                number += 1
                continue
            m = re.match(r"bb(\d+)( \(cleanup\))?: \{$", stripped)
            if m:
                block = self.blocks["bb" + m.group(1)] = Block()
                block.cleanup = bool(m.group(2))
            elif stripped == "}" and block is not None:
                block.terminator, block.targets = self.terminator(block.statements.pop())
                block.statements = [self.statement(s) for s in block.statements]
                block = None
            elif block is not None and stripped: block.statements.append(stripped.rstrip(";"))
        if fold: plain_copies(self.blocks, shared, {local for name, local in self.names.items() if not name.startswith("_")})

    def place(self, text):
        def parse(i):
            if text[i] == "(":
                if text[i + 1] == "*":
                    inner, i = parse(i + 2)
                    inner, i = inner + "*", i + 1
                else:
                    inner, i = parse(i + 1)
                    inner, i = inner + "@", text.index(")", i) + 1
            else:
                m = re.match(r"[\w#]+", text[i:])
                inner, i = self.names[m.group(0)], i + len(m.group(0))
            while i < len(text) and text[i] in ".[":
                if text[i] == ".":
                    name = re.match(r"\.(\w+)", text[i:]).group(1)
                    inner, i = f"{inner}.{name}", i + 1 + len(name)
                else:
                    end = text.index("]", i)
                    index = text[i + 1:end]
                    inner, i = f"{inner}[{self.names.get(index, index)}]", end + 1
            return inner, i
        place, end = parse(0)
        assert end == len(text), (text, place, end)
        return place

    def operand(self, text):
        if text.startswith("const "): return "const"
        return text[:5] + self.place(text[5:])

    def operands(self, parts): return "(" + ", ".join(self.operand(p) for p in parts) + ")"

    def rvalue(self, text):
        parts = split_top(text, " as ")
        if len(parts) > 1 and re.match(r"(copy|move|const) ", text): return "cast " + self.operand(parts[0])
        if re.match(r"(copy|move|const) ", text) and len(split_top(text)) == 1: return self.operand(text)
        for prefix, name in (("&fake shallow ", "&fake "), ("&two_phase mut ", "&mut "), ("&mut ", "&mut "), ("&", "&")):
            if text.startswith(prefix): return name + self.place(text[len(prefix):])
        for name in ("discriminant", "len"):
            if text.startswith(name + "("): return f"{name} {self.place(text[len(name) + 1:-1])}"
        call = re.match(r"([A-Z]\w+)\((.*)\)$", text)
        if call: return call.group(1) + self.operands(split_top(call.group(2)))
        if text.startswith("["):
            parts = split_top(text[1:-1], "; ")
            return "repeat " + self.operand(parts[0]) if len(parts) == 2 else "array" + self.operands(split_top(text[1:-1]))
        if text.startswith("("): return "tuple" + self.operands(split_top(text[1:-1]))
        return "adt" + self.operands(split_top(text[text.index("{") + 1:-1].strip()))

    def statement(self, text):
        for name in ("StorageLive", "StorageDead", "PlaceMention"):
            if text.startswith(name + "("): return f"{name} {self.place(text[len(name) + 1:-1])}"
        if text.startswith("FakeRead("):
            cause, place = split_top(text[9:-1])
            return f"FakeRead {cause} {self.place(place)}"
        if text.startswith("AscribeUserType("): return "Ascribe " + self.place(text[16:-1])
        place, value = text.split(" = ", 1)
        return f"{self.place(place)} = {self.rvalue(value)}"

    def terminator(self, text):
        text = re.sub(r" \[(scope|return|break|continue|\?|assign)\]$", "", text)
        head, _, tail = text.rpartition(" -> ")
        if not head: return text, []
        targets = edges(tail)
        if head == "goto": return "goto", targets
        if head.startswith("switch("): return "switch " + self.operand(head[7:-1]), [("to", b) for _, b in targets]
        if head.startswith("drop(") or head.startswith("drop_and_replace("): return "drop " + self.place(head[head.index("(") + 1:-1]), targets
        if head.startswith("assert("): return "assert " + self.operand(head[7:-1]), targets
        if head == "false_edge": return "falseEdge", targets
        if head == "false_unwind": return "falseUnwind", [("real" if l == "return" else l, b) for l, b in targets]
        place, call = head.split(" = call ", 1)
        return f"call {self.place(place)}{self.operands(split_top(call[call_paren(call) + 1:-1]))}", targets


# ----------------------------------------------------------------------------------------------------------------- comparison

def simplify(blocks):
    def skip(name):
        seen = set()
        while not blocks[name].statements and blocks[name].terminator == "goto" and name not in seen:
            seen.add(name)
            name = blocks[name].targets[0][1]
        return name
    for block in blocks.values(): block.targets = [(label, skip(b)) for label, b in block.targets]
    reached, stack, predecessors = set(), ["bb0"], collections.Counter()
    while stack:
        name = stack.pop()
        if name in reached: continue
        reached.add(name)
        for _, b in blocks[name].targets:
            predecessors[b] += 1
            stack.append(b)
    for name in list(blocks):
        if name not in reached: del blocks[name]
    for name in list(blocks):
        block = blocks.get(name)
        while block and block.terminator == "goto":
            target = block.targets[0][1]
            if predecessors[target] != 1 or target == name or target not in blocks: break
            merged = blocks.pop(target)
            block.statements += merged.statements
            block.terminator, block.targets = merged.terminator, merged.targets


def drop_unused(blocks):
    """Locals that only come and go (the value of a `break` that a desugaring makes a statement of) do not count."""
    used = set()
    for b in blocks.values():
        for s in b.statements + [b.terminator]:
            if not s.startswith("Storage"): used.update(LOCAL.findall(s))
    for b in blocks.values(): b.statements = [s for s in b.statements if not s.startswith("Storage") or s.split("_")[1] in used]


def compare(theirs, ours, fields, loose):
    """None when equal, else where they part. `loose`: a reborrow of a shared reference counts as a copy of it."""
    there, back, seen = {}, {}, {}

    def same(a, b):
        if loose: a, b = re.sub(r"= &(?!mut |fake )(_\S*)\*$", r"= copy \1", a), re.sub(r"= &(?!mut |fake )(_\S*)\*$", r"= copy \1", b)
        if a.endswith(" = adt()"): b = re.sub(r" = const$", " = adt()", b)  # a function by its name looks like a unit struct
        if LOCAL.sub("_", a) != LOCAL.sub("_", fields(a, b)): return False
        for x, y in zip(LOCAL.findall(a), LOCAL.findall(b)):
            if there.setdefault(x, y) != y or back.setdefault(y, x) != x: return False
        return True
    stack = [("bb0", "bb0", "entry")]
    while stack:
        a, b, way = stack.pop()
        if a in seen or b in seen.values():
            if seen.get(a) != b: return f"{way}: rustc goes to {a}, Lien to {b}, but {a} is {seen.get(a)}"
            continue
        seen[a] = b
        x, y = theirs[a], ours[b]
        for i in range(max(len(x.statements), len(y.statements))):
            p = x.statements[i] if i < len(x.statements) else "(end) " + x.terminator
            q = y.statements[i] if i < len(y.statements) else "(end) " + y.terminator
            if not same(p, q): return f"{way}, rustc {a} Lien {b}, statement {i}:\n    rustc {p}\n    lien  {q}"
        if not same(x.terminator, y.terminator): return f"{way}, rustc {a} Lien {b}, terminator:\n    rustc {x.terminator}\n    lien  {y.terminator}"
        if [l for l, _ in x.targets] != [l for l, _ in y.targets]: return f"{way}, rustc {a} Lien {b}: edges {x.targets} {y.targets}"
        for (label, p), (_, q) in zip(reversed(x.targets), reversed(y.targets)): stack.append((p, q, f"{way} {label}>{p}/{q}" if len(way) < 160 else f"… {label}>{p}/{q}"))
    return None


def field_matcher(source):
    """Named fields in Lien's text against numbers in rustc's: any struct of the file with that field at that number will do."""
    positions = collections.defaultdict(set)
    for body in re.findall(r"\{([^{}]*)\}", source):
        for index, part in enumerate(split_top(re.sub(r"\s+", " ", body), ",")):
            m = re.match(r"\s*(?:pub(?:\([^)]*\))? )?([a-z_]\w*)\s*:", part)
            if m: positions[m.group(1)].add(str(index))

    def fields(theirs, ours):
        wanted = re.findall(r"\.(\w+)", theirs)
        it = iter(wanted)

        def number(m):
            want = next(it, None)
            return "." + want if want in positions.get(m.group(1), ()) else m.group(0)
        return re.sub(r"\.(\w+)", number, ours)
    return fields


def rustc_bodies(path, folder):
    run = subprocess.run(["rustc", "--edition", "2024", "--crate-type", "lib", "--emit=metadata", "-o", f"{folder}/x.rmeta", "--cap-lints", "allow", "-Zdump-mir=built",
                          f"-Zdump-mir-dir={folder}", path], env={**os.environ, "RUSTC_BOOTSTRAP": "1"}, capture_output=True, text=True)
    bodies = {}
    for name in os.listdir(folder):
        if not name.endswith("built.after.mir"): continue
        with open(f"{folder}/{name}") as file: text = file.read()
        text = "\n".join(line for line in text.splitlines() if not line.startswith(("|", "//")))
        m = re.search(r"^(?:fn |const |static )?(.*?)(?:\(|: )", text, re.M)
        key = re.sub(r"<impl at [^>]*?>::", "", m.group(1))
        bodies.setdefault(key.split("::")[-1], []).append(text)
    return bodies, run


def lien_bodies(lien, path):
    run = subprocess.run([lien, "dump", "--stage=mir", path], capture_output=True, text=True)
    bodies = collections.defaultdict(list)
    for text in re.split(r"^(?=body )", run.stdout, flags=re.M):
        if text.startswith("body "): bodies[text.split()[1].split("::")[-1]].append(text)
    return bodies


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    show = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else None
    if show: args.remove(show)
    counts = collections.Counter()
    for path in args[1:]:
        with open(path) as file: source = file.read()
        fields = field_matcher(source)
        with tempfile.TemporaryDirectory() as folder: theirs, _ = rustc_bodies(path, folder)
        ours = lien_bodies(args[0], path)
        for name in sorted(theirs):
            if "{" in name: continue
            if len(theirs[name]) != 1 or len(ours.get(name, [])) > 1: counts["same name twice"] += 1
            elif name not in ours:
                counts["declined"] += 1
                if "--list" in sys.argv: print(f"{path}: {name}: declined")
            else:
                for fold in (False, True):
                    a, b = parse_rustc(theirs[name][0], fold), LienParser(ours[name][0], fold).blocks
                    for body in (a, b):
                        simplify(body)
                        drop_unused(body)
                        simplify(body)
                    difference = compare(a, b, fields, fold)
                    if not difference: break
                    strictly = strictly if fold else difference
                kind = "differ" if difference else "equal but for reborrows" if fold else "equal"
                counts[kind] += 1
                if fold and not difference and "--list" in sys.argv: print(f"{path}: {name}: {kind}: {strictly}")
                if difference: print(f"{path}: {name}: {difference}")
                if name == show: print(theirs[name][0], ours[name][0])
    print(", ".join(f"{k} {v}" for k, v in sorted(counts.items())))
    return 1 if counts["differ"] or not counts["equal"] else 0  # a comparison of nothing proves nothing


if __name__ == "__main__": sys.exit(main())
