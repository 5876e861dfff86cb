# Shared by the two commands of the README: what is installed, where build output goes, how failures are told.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build
LOG="$PWD/build/$(basename "$0").log"
: > "$LOG"

say() { printf '%s\n' "$*"; }

# Names the step that failed and shows the end of its output.
fail() {
  printf '\nlien: %s failed. The end of %s:\n\n' "$1" "$LOG" >&2
  tail -n 40 "$LOG" >&2
  exit 1
}

# step NAME COMMAND...: runs a command with its output in the log.
step() {
  local name=$1
  shift
  printf '\n### %s: %s\n' "$name" "$*" >> "$LOG"
  "$@" >> "$LOG" 2>&1 || fail "$name"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    printf 'lien: neither root nor sudo is available\n' >&2
    return 1
  fi
}

# install PACKAGE...: installs what is missing, and only then touches the package lists.
install() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get > /dev/null || {
    printf 'lien: these are needed and only Debian is known how to install them on: %s\n' "${missing[*]}" >&2
    exit 1
  }
  say "Installing ${missing[*]}"
  step "updating the package lists" as_root apt-get update
  step "installing packages" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

BUILD_PACKAGES=(g++ cmake ninja-build llvm-19-dev tao-pegtl-dev doctest-dev python3)
TEST_PACKAGES=(clang-19 libclang-rt-19-dev clang-format-19)

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  say "Building ($preset)"
  step "configuring ($preset)" cmake --preset "$preset"
  if [ $# -eq 0 ]; then
    step "building ($preset)" cmake --build "build/$preset"
  else
    step "building ($preset)" cmake --build "build/$preset" --target "$@"
  fi
}

# no_warnings PRESET: fails when the build that just ran had something to warn of.
# (GCC 12 sees overruns in moved strings that are none, its bug 105329.)
no_warnings() {
  local warnings
  warnings=$(grep ' warning: ' "$LOG" | grep -vE '\[-Wstringop-over(flow|read)\]' | sort -u || true)
  [ -z "$warnings" ] && return
  printf '\nlien: building (%s) gave warnings:\n\n%s\n' "$1" "$warnings" >&2
  exit 1
}

# Judges the samples, showing what Lien says, and holds it against their annotations.
show_samples() {
  say "Checking samples/"
  # Some samples are rejected on purpose: the annotations in them decide.
  build/release/lien check samples || true
  python3 tests/golden/run.py build/release/lien samples || {
    printf '\nlien: the samples are not judged as they say\n' >&2
    exit 1
  }
}
