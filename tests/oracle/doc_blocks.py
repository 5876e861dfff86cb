#!/usr/bin/env python3
"""doc_blocks.py LIEN [--book NAME]… [--codes E0381,E0382,…] [--known FILE] [--update] [--list] [--declines] [--table FILE] [--keep DIR]

Takes every Rust block out of the documentation that is installed with rustc (error index, Book, Rust by Example, Reference, edition guide), at test time,
and holds Lien against rustc on each. A block without `fn main` is wrapped in one as rustdoc does. What a block is called: BOOK/PAGE-N, N counting from 1.

Books: error_codes book rust-by-example reference edition-guide std (default: the first four). `--codes`: only blocks of the error index pages of these codes, with
the tags of the block checked too: `compile_fail CODE` must be rejected with that code, an untagged one must not be rejected.
`--declines`: what was declined, with the number of blocks. `--table`: the same as a page, for docs/DECLINES.md.
`--known`: a list of blocks that are known to disagree; it only shrinks, and `--update` rewrites it. Exit status 1: a block that is not on the list (every block,
without a list) disagrees with rustc or died; 77: rustc or its documentation is not installed."""
import argparse, collections, concurrent.futures, glob, html, os, re, shutil, subprocess, sys, tempfile
from agreement import *

BLOCK = re.compile(r'<code class="language-rust([^"]*)">(.*?)</code>', re.S)


def documentation():
    if shutil.which("rustc") is None:
        return None
    root = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True).stdout.strip()
    folder = os.path.join(root, "share/doc/rust/html")
    return folder if os.path.isdir(folder) else None


def blocks(folder, book):
    """(name, tags, code) of each block, pages in order; the same block on a page and in the printable book counts once."""
    seen = set()
    for page in sorted(glob.glob(f"{folder}/{book}/**/*.html", recursive=True)):
        stem = os.path.relpath(page, folder)[:-5]
        if stem.endswith("print") or re.search(r"/(ja|zh|ko|es|pt)/", stem):  # translations repeat the programs
            continue
        with open(page, encoding="utf-8") as file:
            text = file.read()
        for number, (tags, code) in enumerate(BLOCK.findall(text), 1):
            code = html.unescape(re.sub(r"<[^>]*>", "", code))
            if (tags, code) in seen:
                continue
            seen.add((tags, code))
            yield f"{stem}-{number}", tags.replace(",", " ").split(), code


def as_program(code):
    """The block as rustdoc would compile it."""
    if re.search(r"\bfn\s+main\s*\(", rustc_verdict.strip_comments_and_strings(code)):
        return code
    inner = [line for line in code.splitlines() if line.strip().startswith("#![")]
    rest = [line for line in code.splitlines() if not line.strip().startswith("#![")]
    return "\n".join(inner + ["fn main() {"] + rest + ["}"]) + "\n"


def check_tags(name, tags, answer):
    """What is wrong by the block's own tags, or nothing."""
    if isinstance(answer, str):
        return None
    errors, declines = answer
    code = next((t for t in tags if re.fullmatch(r"E\d{4}", t)), None)
    if "compile_fail" in tags and code:
        if not errors and not declines:
            return f"{name}: accepted, tagged {code}"
        if errors and not declines and all(c != code for c, _, _ in errors):
            return f"{name}: tagged {code}, got {errors}"
    elif "ignore" not in tags and not any(t.startswith("edition20") and t != "edition2024" for t in tags) and errors and "compile_fail" not in tags:
        return f"{name}: rejected, not tagged: {errors}"
    return None


TITLES = {"error_codes": "error index", "book": "Book", "rust-by-example": "Rust by Example", "reference": "Reference", "edition-guide": "edition guide"}
TABLE_HEAD = """# What is declined

Written by `tests/oracle/doc_blocks.py LIEN --table docs/DECLINES.md` from the programs in the documentation that comes with rustc. A program counts once for
each name it is declined for; most are declined for several. The names are those of the diagnostics.
"""


def subject(message):
    """What a decline names, without what only this program has."""
    name = message.removeprefix("not judged: ")
    if name.startswith("call of the macro "):
        return "call of a macro of the program"
    return name


def write_table(path, books, kinds, declined):
    """`declined`: for each book, how often each subject."""
    titles = [TITLES.get(book, book) for book in books]
    lines = [TABLE_HEAD, "| | " + " | ".join(titles) + " |", "| --- |" + " ---: |" * len(books)]
    total = [sum(kinds[book].values()) for book in books]
    rows = [("programs", total), ("judged, and exactly as rustc", [kinds[b]["exact"] for b in books]), ("declined", [kinds[b]["declined"] for b in books])]
    rows.append(("known to differ", [t - kinds[b]["exact"] - kinds[b]["declined"] for t, b in zip(total, books)]))
    lines += [f"| {name} | " + " | ".join(str(n) for n in counts) + " |" for name, counts in rows]
    everything = collections.Counter()
    for book in books:
        everything.update(declined[book])
    often = sorted((name for name, count in everything.items() if count > 2), key=lambda name: (-everything[name], name))
    seldom = len(everything) - len(often)
    lines += ["", "| declined | " + " | ".join(titles) + " | all |", "| --- |" + " ---: |" * (len(books) + 1)]
    for name in often:
        lines.append(f"| {name.replace('|', chr(92) + '|')} | " + " | ".join(str(declined[b][name] or "") for b in books) + f" | {everything[name]} |")
    lines.append(f"\n{seldom} further names were declined in one or two programs each.\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lien")
    parser.add_argument("--book", action="append")
    parser.add_argument("--codes")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--declines", action="store_true")
    parser.add_argument("--table")
    parser.add_argument("--keep")
    parser.add_argument("--known")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    folder = documentation()
    if folder is None:
        print("skipped: rustc's documentation is not installed")
        return 77
    codes = options.codes.split(",") if options.codes else None
    books = options.book or (["error_codes"] if codes else ["error_codes", "book", "rust-by-example", "reference"])
    work = options.keep or tempfile.mkdtemp(prefix="lien_blocks_")
    jobs = []
    for book in books:
        for name, tags, code in blocks(folder, book):
            if codes and not any(name.startswith(f"error_codes/{c}-") for c in codes):
                continue
            path = os.path.join(work, name.replace("/", "__") + ".rs")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(as_program(code))
            jobs.append((book, name, tags, path))

    def judge(job):
        book, name, tags, path = job
        answer = lien_errors(options.lien, path)
        wanted = rustc_errors(path)
        outcome = ("died", "rustc gave no verdict") if wanted is None else compare(answer, wanted)
        return book, name, outcome, check_tags(name, tags, answer) if codes else None

    known = set()
    if options.known and os.path.exists(options.known):
        with open(options.known) as file:
            known = {line.split()[0] for line in file if line.strip() and not line.startswith("#")}
    disagree = {}
    kinds, declined, tag_faults = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for book, name, (kind, detail), fault in pool.map(judge, jobs):
            kinds[book][kind] += 1
            if kind == "declined":
                declined[book].update({subject(message) for _, message, _, _ in detail})
            if fault:
                tag_faults.append(fault)
            if kind not in ("exact", "declined"):
                disagree[name] = kind
                if name not in known and not options.list:
                    print(f"  {name}: {kind}: {detail}")
            if options.list and kind not in ("exact", "declined"):
                print(f"  {name}: {kind}: {detail}")
    for book in books:
        print_table(book, kinds[book])
    if options.declines:
        for name, count in sum(declined.values(), collections.Counter()).most_common():
            print(f"{count:6} {name}")
    if options.table:
        write_table(options.table, books, kinds, declined)
    for fault in tag_faults:
        print("tag:", fault)
    if not options.keep:
        shutil.rmtree(work, ignore_errors=True)
    if options.known and options.update:
        with open(options.known, "w") as file:
            file.write("# Blocks of the documentation on which Lien and rustc disagree today. This list only shrinks.\n")
            file.writelines(f"{name}  {kind}\n" for name, kind in sorted(disagree.items()))
        known = set(disagree)
    fresh = set(disagree) - known
    print(f"{sum(sum(kinds[b].values()) for b in books) - len(fresh)} passed, {len(fresh)} failed, {len(set(disagree) & known)} skipped")
    return 1 if tag_faults or fresh else 0


if __name__ == "__main__":
    sys.exit(main())
