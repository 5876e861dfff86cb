#!/usr/bin/env python3
"""Every C++ file is formatted as .clang-format says.  format.py ROOT CLANG_FORMAT"""
import pathlib, subprocess, sys

root = pathlib.Path(sys.argv[1])
files = [f for folder in ["diagnostics", "frontend", "checker", "driver", "tests"] for f in sorted((root / folder).rglob("*.[ch]pp"))]
bad = [f for f in files if subprocess.run([sys.argv[2], "--dry-run", "-Werror", f], capture_output=True).returncode != 0]
for file in bad:
    print(f"{file.relative_to(root)}: run {sys.argv[2]} -i on it")
print(f"{len(files) - len(bad)} passed, {len(bad)} failed")
sys.exit(bool(bad) or not files)
