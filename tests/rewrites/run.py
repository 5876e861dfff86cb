#!/usr/bin/env python3
"""The text that each rewrite of an ambiguous drop makes.  run.py LIEN [CASES]

A case is a function, and what the rewrites of its first L0100 make of it, in the order in which they are offered:

    === name [crlf]      with `crlf`, all lines of the case end so
    --- before
    fn …
    --- after            one for each rewrite; fewer than are offered may be listed
    fn …
    --- none             instead of these: no rewrite is offered
    advice               what is said then, if anything

The functions stand behind `prelude.rs`."""
import json, os, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent


def cases(text):
    """(name, before, list of texts after, advice); without texts none is offered."""
    for part in re.split(r"^=== ", text, flags=re.M)[1:]:
        title, rest = part.split("\n", 1)
        sections = re.split(r"^--- (before|after|none)\n", rest, flags=re.M)[1:]
        if title.endswith(" crlf"):
            sections = [section.replace("\n", "\r\n") for section in sections]
        texts = dict(before="", none=None)
        after = [body for kind, body in zip(sections[::2], sections[1::2]) if kind == "after"]
        texts.update({kind: body for kind, body in zip(sections[::2], sections[1::2]) if kind != "after"})
        yield title, texts["before"], after, (texts["none"] or "").strip()


def rewrites(lien, data):
    """The edits of each rewrite of the first L0100, and advice; or nothing and what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.rs")
        with open(path, "wb") as file:
            file.write(data)
        run = subprocess.run([lien, "check", "--format=json", path], capture_output=True, text=True)
    findings = [json.loads(line) for line in run.stdout.splitlines()]
    other = [finding["message"] for finding in findings if finding["spans"] and (finding["code"] or {}).get("code") != "L0100"]
    if other:
        return None, other[0]
    first = next((finding for finding in findings if finding["spans"]), None)
    if first is None:
        return None, "no L0100"
    found = []
    for child in first["children"]:
        edits = [(span["byte_start"], span["byte_end"], span["suggested_replacement"]) for span in child["spans"]
                 if span.get("suggested_replacement") is not None]
        if edits:
            found.append(edits)
    advice = [child["message"] for child in first["children"] if child["level"] == "help" and not child["spans"]]
    return found, "".join(advice)


def apply(data, edits):
    for start, end, text in sorted(edits, reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data


def main():
    prelude = (HERE / "prelude.rs").read_bytes()
    lien, failed, number = sys.argv[1], 0, 0
    for path in map(pathlib.Path, sys.argv[2:] or [HERE / "cases.txt"]):
        for name, before, after, advice in cases(path.read_bytes().decode()):
            number += 1
            data = prelude + before.encode()
            found, said = rewrites(lien, data)
            if found is None or said != advice:
                print(f"{name}: {said}")
                failed += 1
                continue
            texts = [apply(data, edits)[len(prelude):].decode() for edits in found]
            if texts[:len(after)] != after or (not after and texts):
                failed += 1
                print(f"{name}: expected\n" + "\n--- \n".join(after) + "\n... but got\n" + "\n---\n".join(texts))
    print(f"{number} cases, {failed} failed")
    return 1 if failed or not number else 0


if __name__ == "__main__":
    sys.exit(main())
