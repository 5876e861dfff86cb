#!/usr/bin/env python3
"""Damages programs at random, byte by byte and token by token, and watches what Lien does: it must not crash, hang or meet a broken invariant.

    fuzz_bytes.py LIEN --seed N [--seconds S | --batches B] [--keep FOLDER]

The programs are the recorded cases, the samples and the goldens. A batch is forty damaged files judged in one process, rendered in every format. Beyond
the exit status, each batch is held against what must be true of any output: the JSON can be read, its spans lie in their file, and the exit status says
what the findings say. A file that fails is shortened and printed; with --keep it is also written to the folder. The same seed makes the same files."""
import argparse, collections, json, os, pathlib, random, re, resource, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["samples", "tests/cases/ownership", "tests/golden", "tests/oracle/mir", "tests/oracle/cases", "tests/bad_input"]
FILES_IN_A_BATCH = 40
TOKEN = re.compile(rb"\s+|//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'[a-z_]\w*(?!')|'(?:\\.|[^'\\])'|[A-Za-z_]\w*!?|\d[\w.]*|->|=>|::|\.\.=|\.\.|&&|\|\||<<|>>|[-+*/%^&|=<>!]=|.",
                   re.S)
WORDS = [w.encode() for w in """as async await box break const continue crate dyn else enum extern false fn for gen if impl in let loop macro_rules match mod move mut pub
    ref return self Self static struct super trait true type union unsafe use where while yield _ 'a 'static '_ ( ) [ ] { } < > , ; : :: . .. ..= ... = == => -> <- ! & && | ||
    * + - / % ^ << >> += -= <<= >>= @ # $ ? ~ \\ 0 1 -1 255 256 340282366920938463463374607431768211455 1e400 1.0 0x 0b2 1_000 1usize 1.5f32 'x' '' 'xx b'x' b\"\\xff\" \"\" "x"
    \"{}\" \"{x}\" \"{:?}\" \"{0:1$}\" r#\"raw\"# c\"c\" i32 u8 usize bool char str String Vec Option Some None Ok Err Box Rc Cell Default Clone Copy Drop Iterator Sized Fn
    println! vec! format! assert_eq! panic! matches! dbg! #[derive(Clone,Copy)] #[allow(unused)] #![allow(x)] #[path=\"a.rs\"] #[cfg(test)] impl<T> for<'a> where T: 'a,
    drop( .clone() .await ? as as_ref() return; break; continue; loop{} || |x| &mut &raw *const () (,) [;] {}""".split()]
# A sanitizer's own exit status, 1, would pass for a rejected program.
SANITIZERS = dict(os.environ, ASAN_OPTIONS="exitcode=99")
BYTES = [b"\0", b"\xff", b"\xc3", b"\xe2\x80\xae", "é".encode(), "日本".encode(), "🦀".encode(), b"\r\n", b"\r", b"\t", b"\xef\xbb\xbf", b"\\", b'"', b"'", b"/*", b"*/", b"//", b"\n"]


class Damage:
    """Makes one damaged program from a few sound ones."""

    def __init__(self, rng, corpus):
        self.r, self.corpus = rng, corpus

    def tokens(self, text):
        return TOKEN.findall(text)

    def place(self, list_, longest=8):
        at = self.r.randrange(len(list_) + 1)
        return at, min(len(list_), at + self.r.randint(1, longest))

    def bytes(self, text):
        data = bytearray(text)
        for _ in range(self.r.choice([1, 1, 2, 4])):
            at, end = self.place(data)
            kind = self.r.randrange(5)
            if kind == 0 and at < len(data):
                data[at] = self.r.randrange(256)
            elif kind == 1:
                data[at:at] = self.r.choice(BYTES)
            elif kind == 2:
                del data[at:end]
            elif kind == 3:
                data[at:at] = data[at:end] * self.r.choice([1, 2, 20])
            elif kind == 4 and self.r.random() < 0.2:
                del data[at:]
        return bytes(data)

    def swap_tokens(self, tokens):
        words = [i for i, t in enumerate(tokens) if not t.isspace()]
        if len(words) > 1:
            a, b = self.r.sample(words, 2)
            tokens[a], tokens[b] = tokens[b], tokens[a]

    def rename(self, tokens):
        names = [i for i, t in enumerate(tokens) if re.fullmatch(rb"[A-Za-z_]\w*", t)]
        if names:
            tokens[self.r.choice(names)] = tokens[self.r.choice(names)]

    def group(self, tokens):
        """Removes, repeats or empties what stands between two brackets that belong together."""
        opens = [i for i, t in enumerate(tokens) if t in (b"(", b"[", b"{")]
        if not opens:
            return
        first = self.r.choice(opens)
        depth, last = 0, first
        for last in range(first, len(tokens)):
            depth += (tokens[last] in (b"(", b"[", b"{")) - (tokens[last] in (b")", b"]", b"}"))
            if depth == 0:
                break
        kind = self.r.randrange(4)
        if kind == 0:
            del tokens[first + 1:last]
        elif kind == 1:
            del tokens[first:last + 1]
        elif kind == 2:
            tokens[first:first] = tokens[first:last + 1]
        else:  # what another program has between brackets of this kind
            other = self.tokens(self.r.choice(self.corpus))
            at = [i for i, t in enumerate(other) if t == tokens[first]]
            if at:
                start = self.r.choice(at)
                tokens[first + 1:last] = other[start + 1:start + 1 + self.r.randint(1, 30)]

    def words(self, text):
        tokens = self.tokens(text)
        for _ in range(self.r.choice([1, 1, 1, 2, 3, 6])):
            at, end = self.place(tokens)
            kind = self.r.randrange(8)
            if kind == 0:
                tokens[at:at + 1] = [self.r.choice(WORDS)]
            elif kind == 1:
                tokens[at:at] = [b" ", self.r.choice(WORDS), b" "]
            elif kind == 2:
                del tokens[at:end]
            elif kind == 3:
                tokens[at:at] = tokens[at:end] * self.r.choice([1, 1, 3, 100])
            elif kind == 4:
                self.swap_tokens(tokens)
            elif kind == 5:
                self.rename(tokens)
            elif kind == 6:
                self.group(tokens)
            else:
                other = self.tokens(self.r.choice(self.corpus))
                start = self.r.randrange(len(other) + 1)
                tokens[at:at] = other[start:start + self.r.randint(1, 12)]
        return b"".join(tokens)

    def lines(self, text):
        lines = text.splitlines(keepends=True)
        at, end = self.place(lines, 4)
        kind = self.r.randrange(4)
        if kind == 0:
            del lines[at:end]
        elif kind == 1:
            lines[at:at] = lines[at:end]
        elif kind == 2:
            self.r.shuffle(lines[at:end])
            lines[at:end] = reversed(lines[at:end])
        else:
            other = self.r.choice(self.corpus).splitlines(keepends=True)
            start = self.r.randrange(len(other) + 1)
            lines[at:at] = other[start:start + self.r.randint(1, 10)]
        return b"".join(lines)

    def make(self):
        text = self.r.choice(self.corpus)
        for _ in range(self.r.choice([1, 1, 2, 3])):
            text = self.r.choices([self.bytes, self.words, self.lines], [2, 6, 2])[0](text)
        return text[:100_000]


class Judge:
    def __init__(self, lien, seconds, folder):
        self.lien, self.seconds, self.folder = lien, seconds, folder

    def run(self, texts):
        """Judges texts as one batch; returns what is wrong with the run, or an empty text."""
        names = []
        for index, text in enumerate(texts):
            names.append(f"f{index}.rs")
            pathlib.Path(self.folder, names[-1]).write_bytes(text)
        command = [self.lien, "check", "--jobs=1", "--format=json", "--format=human:human.txt", "--format=short:short.txt", "--color=always", *names]
        limit = self.seconds * (1 + len(texts) // 4)
        try:
            run = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=limit * 20, env=SANITIZERS,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1)))
        except subprocess.TimeoutExpired:
            return "hangs without working"
        if run.returncode in (-24, -9):
            return f"takes more than {limit} s"
        if run.returncode not in (0, 1, 2):
            return f"exit status {run.returncode}: " + cause(run.stderr.decode("utf-8", "replace") + run.stdout.decode("utf-8", "replace"))
        return self.untrue(run, texts)

    def untrue(self, run, texts):
        """What any output must hold."""
        levels = set()
        for line in run.stdout.splitlines():
            try:
                finding = json.loads(line)
            except ValueError as error:
                return f"no JSON: {error}: {line[:200]}"
            if "lien" not in finding:
                continue
            name = finding["lien"]["name"]
            levels.add("gap" if name.startswith("L000") or name in ("io", "invalid-utf8") else finding["level"])
            for span in finding["spans"]:
                size = len(texts[int(span["file_name"][1:-3])])
                if not 0 <= span["byte_start"] <= span["byte_end"] <= size or span["line_start"] < 1 or span["column_start"] < 1:
                    return f"{name}: a span outside the file: {span['byte_start']}..{span['byte_end']} of {size}"
        wanted = 1 if "error" in levels else 2 if "gap" in levels else 0
        return "" if run.returncode == wanted else f"exit status {run.returncode}, but the findings say {wanted}"

    def shorten(self, text, cause_, seconds):
        """Removes lines, then tokens, as long as the run fails in the same way."""
        until = time.monotonic() + seconds
        for parts in [text.splitlines(keepends=True), None]:
            parts = TOKEN.findall(text) if parts is None else parts
            size = max(1, len(parts) // 2)
            while time.monotonic() < until:
                at, removed = 0, False
                while at < len(parts) and time.monotonic() < until:
                    rest = parts[:at] + parts[at + size:]
                    if kind(self.run([b"".join(rest)])) == cause_:
                        parts, removed = rest, True
                    else:
                        at += size
                if size == 1 and not removed:
                    break
                size = max(1, size // 2)
            text = b"".join(parts)
        return text


def cause(output):
    """The line that says what happened: an invariant, a sanitizer's summary, or the end."""
    for pattern in [r"SUMMARY: .*", r"runtime error: .*", r".*internal error.*", r".*terminate called.*"]:
        found = re.search(pattern, output)
        if found:
            return found[0].strip()
    return output[-200:]


def kind(problem):
    """What stays the same while a program is shortened: names and numbers may change."""
    return re.sub(r"f\d+\.rs|\d+|`[^`]*`", "", problem)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lien")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--batches", type=int, default=10)
    parser.add_argument("--seconds", type=float, help="as many batches as this time allows")
    parser.add_argument("--limit", type=int, default=5, help="seconds of processor time for a file alone")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--shorten", type=float, default=60, metavar="S", help="seconds for each failure")
    options = parser.parse_args()
    corpus = [path.read_bytes() for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.rs"))]
    found = collections.Counter()
    files, seed, until = 0, options.seed, time.monotonic() + (options.seconds or 0)
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(os.path.abspath(options.lien), options.limit, folder)
        while time.monotonic() < until if options.seconds else seed < options.seed + options.batches:
            damage = Damage(random.Random(seed), corpus)
            texts = [damage.make() for _ in range(FILES_IN_A_BATCH)]
            files += len(texts)
            together = judge.run(texts)
            if together:
                alone = sum(found.values())
                for index, text in enumerate(texts):
                    problem = judge.run([text])
                    if not problem:
                        continue
                    found[kind(problem)] += 1
                    if found[kind(problem)] > 1:
                        continue
                    short = judge.shorten(text, kind(problem), options.shorten)
                    print(f"--- seed {seed} file {index}: {problem}\n{short.decode('utf-8', 'backslashreplace')}", flush=True)
                    if options.keep:
                        options.keep.mkdir(parents=True, exist_ok=True)
                        (options.keep / f"seed{seed}_{index}.rs").write_bytes(short)
                if sum(found.values()) == alone:
                    found["only together: " + kind(together)] += 1
                    print(f"--- seed {seed}, only when judged together: {together}", flush=True)
            seed += 1
    print(f"{len(corpus)} programs, seeds {options.seed} to {seed - 1}: {files} damaged files, {sum(found.values())} failures of {len(found)} kinds")
    print(f"{files - sum(found.values())} passed, {sum(found.values())} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
