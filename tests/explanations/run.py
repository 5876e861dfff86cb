"""Runs the programs of `lien explain`: a block tagged `lien,rejected,CODE` must be rejected with that code and no other, one tagged `lien,declined,CODE`
declined, and one tagged `lien` accepted. Usage: run.py LIEN FOLDER. Blocks that Lien still declines (references, mostly) are counted in the last line."""
import glob, json, os, re, subprocess, sys

BLOCK = re.compile(r"^```lien([^\n]*)\n(.*?)^```", re.S | re.M)


def findings(lien, code):
    run = subprocess.run([lien, "check", "--format=json", "-A", "ambiguous-drop", "-"], input=code, capture_output=True, text=True, timeout=60)
    errors = [json.loads(line) for line in run.stdout.splitlines()]
    return run.returncode, {(e["code"] or {}).get("code") for e in errors if e["level"] == "error" and e["spans"]}


def main():
    lien, folder = sys.argv[1:3]
    passed = failed = declined = 0
    for path in sorted(glob.glob(f"{folder}/*.md")):
        name = os.path.basename(path)[:-3]
        with open(path, encoding="utf-8") as file:
            blocks = BLOCK.findall(file.read())
        kinds = [tags for tags, _ in blocks]
        if len(blocks) < 2 or "" not in kinds or all(tags == "" for tags in kinds):
            print(f"--- {name}: needs a failing and a repaired program")
            failed += 1
        for tags, code in blocks:
            status, codes = findings(lien, code)
            _, *words = tags.split(",")
            wanted = (0, set()) if not words else (1 if words[0] == "rejected" else 2, {words[1]})
            if (status, codes) == wanted:
                passed += 1
            elif status == 2 and codes <= {"L0001", "L0002"} and wanted[0] != 2:
                declined += 1
            else:
                print(f"--- {name} [{tags}]: exit status {status}, {sorted(map(str, codes))}")
                failed += 1
    print(f"{passed} passed, {failed} failed, {declined} skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
