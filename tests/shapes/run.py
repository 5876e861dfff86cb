#!/usr/bin/env python3
"""run.py LIEN [--sizes 60,120] [--most 2.3] [--command drops] [SHAPE...]

Growth of cost on the shapes that blow up borrow checkers: instructions, counted by valgrind, of one run each, less those of an empty program. From each size to
the next, twice as large, they must grow at most `--most` times. Ends with 77, skipped, where valgrind is not installed."""
import argparse, concurrent.futures, os, re, shutil, subprocess, sys, tempfile
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import generate


COMMANDS = {"check": ["check", "--jobs", "1", "--borrowck", "nll", "-A", "ambiguous-drop"], "drops": ["drops", "--format", "json"]}


def instructions(lien, command, path):
    """(count, exit status)"""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", lien, *COMMANDS[command], path]
    run = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if found is None:
        raise SystemExit(f"valgrind gave no count for {path}:\n{run.stderr}")
    return int(found.group(1)), run.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lien")
    parser.add_argument("shapes", nargs="*")
    parser.add_argument("--sizes", default="60,120")
    parser.add_argument("--most", type=float, default=2.3)
    parser.add_argument("--command", choices=sorted(COMMANDS), default="check", help="what is counted: a check without L0100, or the whole schedule as JSON")
    options = parser.parse_intermixed_args()
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed")
        sys.exit(77)
    sizes = [int(size) for size in options.sizes.split(",")]
    shapes = [(shape, status) for shapes, status in ((generate.ACCEPTED, 0), (generate.REJECTED, 1)) for shape in shapes
              if not options.shapes or shape.__name__ in options.shapes]
    with tempfile.TemporaryDirectory(prefix="lien_shapes_") as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        def count(name, text):
            path = os.path.join(folder, f"{name}.rs")
            with open(path, "w") as file:
                file.write(text)
            return pool.submit(instructions, options.lien, options.command, path)
        empty = count("empty", "fn main() {}\n")
        counts = {shape: [count(f"{shape.__name__}_{size}", shape(size)) for size in sizes] for shape, _ in shapes}
        base, failed = empty.result()[0], 0
        for shape, status in shapes:
            results = [future.result() for future in counts[shape]]
            costs = [found - base for found, _ in results]
            growth = [after / before for before, after in zip(costs, costs[1:])]
            wrong = any(found != status for _, found in results)
            fails = wrong or any(ratio > options.most for ratio in growth)
            failed += fails
            row = "  ".join(f"{size}: {cost / 1e6:.1f}" for size, cost in zip(sizes, costs))
            print(f"{shape.__name__:<15} million instructions  {row}   growth {' '.join(f'{ratio:.2f}' for ratio in growth)}"
                  f"{'   TOO MUCH' if fails and not wrong else '   WRONG VERDICT' if wrong else ''}")
    print(f"{len(shapes) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
