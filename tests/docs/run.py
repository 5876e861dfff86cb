#!/usr/bin/env python3
"""What the documentation says is true: its programs are judged as annotated, its transcripts are what Lien prints, and what it names exists.

    run.py LIEN ROOT

- each ```rust block of README.md and docs/*.md goes through `lien check --verify`;
- each ``` block that begins with `$ cat FILE` is a transcript: the files it shows are made, the `lien` commands in it run and their output compared;
- each path in backticks with a `/` in it, and each link to a file, exists (`*` stands for anything); each ctest it names exists."""
import glob, os, pathlib, re, subprocess, sys, tempfile

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.S | re.M)
PATH = re.compile(r"(?<!`)`([\w.*-]+(?:/[\w.*-]+)+/?)`(?!`)")
LINK = re.compile(r"\]\(([^)#:\s]+)\)")
CTEST = re.compile(r"ctest `(\w+)`")
# Written with a slash, and no path in the repository.
NO_PATHS = {"name/mod.rs", "lien-drops/1", "build/release/lien", "build/setup.log", "build/test.log", "build/debug/tests/lien_unit", "build/release/tests/lien_unit"}


def verify(lien, folder, code):
    file = pathlib.Path(folder, "program.rs")
    file.write_text(code, encoding="utf-8")
    run = subprocess.run([lien, "check", "--verify", "--color=never", str(file)], capture_output=True, text=True, timeout=60)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def transcript(lien, folder, text):
    """What differs in a block of `$ command` lines, each followed by its output."""
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        command, _, output = part.partition("\n")
        words = command.split()
        if words[0] == "cat":
            pathlib.Path(folder, words[1]).write_text(output, encoding="utf-8")
        elif words[0] == "lien":
            run = subprocess.run([lien, *words[1:]], capture_output=True, text=True, timeout=60, cwd=folder)
            if (run.stdout + run.stderr).strip() != output.strip():
                return f"`{command}` prints\n{run.stdout}{run.stderr}"
    return ""


def main():
    lien, root = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    ctests = set(re.findall(r"lien_test\((\w+)", (root / "tests/CMakeLists.txt").read_text()))
    passed, wrong = 0, []
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        found = []
        for language, block in FENCE.findall(text):
            with tempfile.TemporaryDirectory() as folder:
                if language == "rust":
                    found.append(verify(lien, folder, block))
                elif block.startswith("$ cat"):
                    found.append(transcript(lien, folder, block))
        prose = FENCE.sub("", text)
        for name in PATH.findall(prose) + LINK.findall(prose):
            here = glob.glob(str(root / name)) or glob.glob(str(page.parent / name))
            found.append("" if here or name in NO_PATHS else f"there is no {name}")
        found += ["" if name in ctests else f"there is no ctest {name}" for name in CTEST.findall(prose)]
        passed += found.count("")
        wrong += [f"--- {page}: {problem}" for problem in found if problem]
    print("\n".join(wrong))
    print(f"{passed} passed, {len(wrong)} failed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
