"""Holds Lien's findings on a file against rustc's: the one comparison that all oracle tests share (standard library only).

A file's outcome is one of KINDS:
  exact         decided, and the same (code, line, column) of every error
  declined      Lien declined something; what it did find is among rustc's errors
  other place / other codes   rejected by both, but not the same errors
  false accept / false reject
  died          no answer, or an exit status that does not fit the findings
Names for errors without a code: `nocode`."""
import collections, json, os, subprocess, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verdict as rustc_verdict

KINDS = ["exact", "other place", "other codes", "declined", "false accept", "false reject", "died"]
WRONG = ["false accept", "false reject", "died"]


class RustcOptions:
    """What verdict.judge wants to know."""
    toolchain, timeout, deny_lints = None, 60, False


def rustc_errors(path):
    """Sorted (code, line, column) of rustc's errors, or None where rustc gave no verdict."""
    answer = rustc_verdict.judge((path, "nll", RustcOptions))
    if answer["verdict"] not in ("accept", "reject"):
        return None
    return sorted((e["code"] or "nocode", e["line"] or 0, e["col"] or 0) for e in answer["errors"])


def lien_errors(lien, path, mode="nll", timeout=60):
    """(sorted (code, line, column) of Lien's errors, the declined constructs) or a string that says how it died."""
    command = [lien, "check", "--format=json", "--cap-lints", "allow", "--borrowck", mode, path]
    try:
        run = subprocess.run(command, capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return f"no answer in {timeout} s"
    errors, declines = [], []
    try:
        for line in run.stdout.decode("utf-8", "replace").splitlines():
            finding = json.loads(line)
            # The closing lines ("aborting due to …") are errors without a place, as rustc's are, and without Lien's extra object.
            if finding["level"] != "error" or "lien" not in finding:
                continue
            code = (finding["code"] or {}).get("code") or "nocode"
            primary = [s for s in finding["spans"] if s["is_primary"]]
            place = (primary[0]["line_start"], primary[0]["column_start"]) if primary else (0, 0)
            if code.startswith("L00"):
                declines.append((code, finding["message"], *place))
            else:
                errors.append((code, *place))
    except (ValueError, KeyError, IndexError) as problem:
        return f"{type(problem).__name__}: {problem}: {run.stdout[-300:]} {run.stderr[-300:]}"
    # L0100 is Lien's own: no verdict of rustc's, where an attribute of the program asks for it.
    fitting = 1 if errors else 2 if declines else 0
    errors = [error for error in errors if error[0] != "L0100"]
    if run.returncode != fitting:
        return f"exit status {run.returncode} does not fit {len(errors)} errors, {len(declines)} declines: {run.stderr[-300:].decode('utf-8', 'replace')}"
    return sorted(errors), declines


def compare(lien_answer, wanted):
    """(kind, detail) for one file; `wanted` as from rustc_errors."""
    if isinstance(lien_answer, str):
        return "died", lien_answer
    errors, declines = lien_answer
    if declines:
        extra = collections.Counter(errors) - collections.Counter(wanted)
        if extra:
            return "false reject", f"beside a decline: {sorted(extra)}; rustc: {wanted}"
        return "declined", declines
    if errors == wanted:
        return "exact", ""
    if not errors:
        return "false accept", f"rustc: {wanted}"
    if not wanted:
        return "false reject", f"lien: {errors}"
    same_codes = [c for c, _, _ in errors] == [c for c, _, _ in wanted]
    return ("other place" if same_codes else "other codes"), f"lien: {errors}; rustc: {wanted}"


def print_table(title, kinds):
    total = sum(kinds.values())
    print(f"{title}: {total} programs, " + ", ".join(f"{k} {kinds[k]}" for k in KINDS))
