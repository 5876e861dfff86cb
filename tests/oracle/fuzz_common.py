"""What the generators of random functions share: writing one function, comparing Lien with rustc function by function, the table, and the minimiser."""
import argparse, collections, concurrent.futures, os, random, re, shutil, sys, tempfile
from agreement import *

OWNERSHIP = {"E0381", "E0382", "E0384", "E0499", "E0502", "E0503", "E0505", "E0506", "E0507", "E0508", "E0509", "E0510", "E0515", "E0521", "E0594", "E0596",
             "E0597", "E0621", "E0713", "E0716", "nocode"}


class Var:
    def __init__(self, name, ty, mut):
        self.name, self.ty, self.mut = name, ty, mut


class Writer:
    """Writes the lines of one function, with its scopes and loops."""

    def __init__(self, rng, name):
        self.r, self.name = rng, name
        self.scopes, self.lines, self.depth, self.loops, self.counter = [[]], [], 1, [], 0

    def fresh(self):
        self.counter += 1
        return self.r.choice("abcdefghxyz") + str(self.counter)

    def vars(self, ty=None):
        return [v for scope in self.scopes for v in scope if ty is None or v.ty == ty]

    def emit(self, text):
        self.lines.append("    " * self.depth + text)

    def open(self, text):
        self.emit(text)
        self.depth += 1
        self.scopes.append([])

    def close(self, text="}"):
        self.scopes.pop()
        self.depth -= 1
        self.emit(text)


def reads(path):
    """Whether rustc finds no syntax error: what it finds without a code is about lifetimes."""
    answer = rustc_verdict.judge((path, "nll", RustcOptions))
    return all(e["code"] or "lifetime" in e["message"] for e in answer["errors"])


def inside(found, first, last):
    return [e for e in found if first <= e[-2] <= last]


class Fuzz:
    """A generator's command line: `make_file(seed, count)` gives (text, [(name, first line, last line, marks)]); marks are counted in the report."""

    def __init__(self, doc, make_file, prelude, allowed, stem, repeated=True):
        """`repeated`: an error that is told twice at one line and column counts twice."""
        self.repeated = repeated
        self.doc, self.make_file, self.prelude, self.allowed, self.stem = doc, make_file, prelude, allowed, stem

    def parse(self):
        parser = argparse.ArgumentParser(description=self.doc, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("lien", nargs="?")
        parser.add_argument("--seed", type=int, required=True)
        parser.add_argument("--files", type=int, default=10)
        parser.add_argument("--fns", type=int, default=50)
        parser.add_argument("--jobs", type=int, default=2)
        parser.add_argument("--print", action="store_true")
        parser.add_argument("--keep")
        parser.add_argument("--list", action="store_true", help="all disagreements, not only the first 20")
        parser.add_argument("--minimise", type=int, default=0, metavar="N", help="shorten the first N disagreements")
        return parser.parse_args()

    def main(self):
        options = self.parse()
        if options.print:
            print(self.make_file(options.seed, options.fns)[0], end="")
            return 0
        if shutil.which("rustc") is None:
            print("skipped: rustc is not installed")
            return 77
        work = options.keep or tempfile.mkdtemp(prefix="lien_fuzz_")
        os.makedirs(work, exist_ok=True)
        try:
            return self.run(options, work)
        finally:
            if not options.keep:
                shutil.rmtree(work, ignore_errors=True)

    def judge(self, options, work, seed):
        text, spans = self.make_file(seed, options.fns)
        path = os.path.join(work, f"{self.stem}_{seed}.rs")
        with open(path, "w") as file:
            file.write(text)
        return seed, text, spans, rustc_errors(path), lien_errors(options.lien, path) if options.lien else None

    def run(self, options, work):
        totals, codes, with_code, declined_names = (collections.Counter() for _ in range(4))
        problems, disagreements = [], []
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            seeds = range(options.seed, options.seed + options.files)
            for seed, text, spans, wanted, got in pool.map(lambda seed: self.judge(options, work, seed), seeds):
                if wanted is None or isinstance(got, str):
                    problems.append(f"seed {seed}: {got if isinstance(got, str) else 'rustc gave no verdict'}")
                    continue
                foreign = [e for e in wanted if e[0] not in self.allowed]
                if foreign:
                    problems.append(f"seed {seed}: the generator made an ill-typed program: {foreign[:3]}")
                    continue
                errors, declines = got if got else ([], [])
                prelude_end = spans[0][1] - 1
                if got and (inside(errors, 0, prelude_end) or inside(declines, 0, prelude_end)):
                    problems.append(f"seed {seed}: Lien on what all files begin with: {inside(errors, 0, prelude_end)} {inside(declines, 0, prelude_end)}")
                for name, first, last, marks in spans:
                    theirs, ours, gaps = inside(wanted, first, last), inside(errors, first, last), inside(declines, first, last)
                    if not self.repeated:
                        theirs, ours = list(dict.fromkeys(theirs)), list(dict.fromkeys(ours))
                    totals["functions"] += 1
                    totals["rejected"] += bool(theirs)
                    totals.update(marks)
                    codes.update(c for c, _, _ in theirs)
                    with_code.update({c for c, _, _ in theirs})
                    if got is None:
                        continue
                    if gaps:
                        totals["declined"] += 1
                        declined_names.update({f"{c} {m}" for c, m, _, _ in gaps})
                    elif ours != theirs:
                        totals["disagree"] += 1
                        lines = text.split("\n")[first - 1:last]
                        disagreements.append((seed, name, first, ours, theirs, lines))
        print(", ".join(f"{k} {v}" for k, v in sorted(totals.items())))
        print("rustc's errors (functions): " + ", ".join(f"{c} {n} ({with_code[c]})" for c, n in sorted(codes.items())))
        for name, count in declined_names.most_common(20):
            print(f"{count:6} {name}")
        for line in problems:
            print("  " + line)
        for seed, name, first, ours, theirs, lines in disagreements[:None if options.list else 20]:
            print(f"  seed {seed} {name} (line {first}): lien {ours} rustc {theirs}")
        for case in disagreements[:options.minimise]:
            print("\n".join(self.minimise(options.lien, work, *case)), flush=True)
        return 1 if problems or disagreements else 0

    # ---- minimiser

    def differ(self, lien, path, lines):
        """(Lien's errors, rustc's errors) relative to the function when they still differ."""
        with open(path, "w") as file:
            file.write(self.prelude + "\n".join(lines) + "\n")
        got = lien_errors(lien, path)
        if isinstance(got, str) or got[1]:
            return None
        wanted = rustc_errors(path)
        start = self.prelude.count("\n")
        ours = [(c, l - start, k) for c, l, k in got[0] if l > start]
        if wanted is None or any(c not in self.allowed for c, _, _ in wanted):
            return None
        theirs = [(c, l - start, k) for c, l, k in wanted if l > start]
        if all(c == "nocode" for c, _, _ in ours + theirs) and not reads(path):
            return None  # a syntax error has no code either
        return (ours, theirs) if ours != theirs else None

    def minimise(self, lien, work, seed, name, first, ours, theirs, lines):
        """Deletes statements, blocks and the frames of blocks as long as the two still disagree in the same way (which side rejects)."""
        path = os.path.join(work, "minimise.rs")
        codes = lambda answer: {c for side in answer for c, _, _ in side}
        kind = lambda answer: (bool(answer[0]), bool(answer[1]), sorted({c for c, _, _ in answer[0]} ^ {c for c, _, _ in answer[1]}))
        best = self.differ(lien, path, lines)
        if best is None:
            return [f"// seed {seed} {name}: alone, the two agree (or Lien declines)"] + lines
        wanted_kind = kind(best)
        changed = True
        while changed:
            changed = False
            for candidate in smaller(lines):
                answer = self.differ(lien, path, candidate)
                if answer is not None and kind(answer) == wanted_kind and codes(answer) <= codes(best):
                    lines, best, changed = candidate, answer, True
                    break
        return [f"// seed {seed} {name}: lien {best[0]} rustc {best[1]} (lines of this function)"] + lines


def smaller(lines):
    """Shorter forms of a function, the shortest first: without a block, without a statement, without the frame of a block, with a simpler expression."""
    blocks, stack = [], []
    for i, line in enumerate(lines):
        text = line.strip()
        if text.startswith("}") and stack:
            blocks.append((stack.pop(), i))
        if text.endswith("{"):
            stack.append(i)
    blocks = [(a, b) for a, b in blocks if a > 0]
    deletions = sorted(blocks, key=lambda b: b[0] - b[1])
    for a, b in deletions:
        start, end = a, b
        # a chain `if {` … `} else {` … `}` goes as a whole
        while lines[start].strip().startswith("}"):
            start = next(x for x, y in blocks if y == start)
        while lines[end].strip().endswith("{"):
            end = next(y for x, y in blocks if x == end)
        yield lines[:start] + lines[end + 1:]
        if (start, end) == (a, b):
            yield lines[:a] + lines[a + 1:b] + lines[b + 1:]
        if lines[a].strip().startswith("} else"):
            yield lines[:a] + lines[b:]
    for i in range(len(lines) - 2, 0, -1):
        if not lines[i].strip().endswith("{") and not lines[i].strip().startswith("}"):
            yield lines[:i] + lines[i + 1:]
    for i, line in enumerate(lines):
        for pattern, replacement in SIMPLER:
            for match in re.finditer(pattern, line):
                text = line[:match.start()] + match.expand(replacement) + line[match.end():]
                if text != line:
                    yield lines[:i] + [text] + lines[i + 1:]


SIMPLER = [(r"pass\(([^()]*)\)", r"\1"), (r"if cond\(\) \{ ([^{}]*) \} else \{ ([^{}]*) \}", r"\1"), (r"if cond\(\) \{ ([^{}]*) \} else \{ ([^{}]*) \}", r"\2"),
           (r"match \w+ \{ 0 => [^{},]*, _ => ([^{},]*) \}", r"\1"), (r"(\(|, )(?:mut )?\w+: [^,()]*(?:\([^()]*\))?[^,()]*(, |\))", r"\1\2"), (r"let (?:mut )?\w+ = (.*;)", r"\1")]
