#!/usr/bin/env python3
"""run.py LIEN [--lines 1000,10000,100000,1000000] [--runs N] [--rustc]

Whole-process time, lines a second, bytes of peak memory a line and time per phase (`--timings`) of `lien check --jobs 1` on generated programs. Each figure is
the minimum of N runs (default 5). `--rustc` adds rustc on the same files (`--emit=metadata`, up to 100,000 lines). Figures of the day belong in docs/PERFORMANCE.md."""
import argparse, os, re, resource, shutil, subprocess, sys, tempfile, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import generate


def measure(command, runs):
    """(seconds, peak bytes) of the fastest run."""
    best, peak = None, 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
        peak = max(peak, usage.ru_maxrss * 1024)
    return best, peak, os.waitstatus_to_exitcode(status)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lien")
    parser.add_argument("--lines", default="1000,10000,100000,1000000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rustc", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lien_bench_") as folder:
        print(f"{'lines':>9} {'wall':>9} {'lines/s':>12} {'bytes/line':>10}  exit")
        for lines in map(int, options.lines.split(",")):
            path = os.path.join(folder, f"b{lines}.rs")
            text = generate.program(lines, 1)
            with open(path, "w") as file:
                file.write(text)
            count = text.count("\n")
            seconds, peak, status = measure([options.lien, "check", "--jobs", "1", "-A", "ambiguous-drop", path], options.runs)
            print(f"{count:>9} {seconds * 1000:>7.1f}ms {count / seconds:>12,.0f} {peak / count:>10,.0f}  {status}")
            timings = subprocess.run([options.lien, "check", "--jobs", "1", "--timings", "-A", "ambiguous-drop", path], capture_output=True, text=True)
            for line in (timings.stderr + timings.stdout).splitlines():
                if re.search(r"\d", line):
                    print("          " + line)
            if options.rustc and lines <= 100000 and shutil.which("rustc"):
                command = ["rustc", "--edition", "2024", "--crate-type", "lib", "--cap-lints", "allow", "--emit=metadata", "--out-dir", folder, path]
                seconds, peak, _ = measure(command, max(1, options.runs // 2))
                print(f"    rustc {seconds * 1000:>7.1f}ms {count / seconds:>12,.0f} {peak / count:>10,.0f}")


if __name__ == "__main__":
    main()
