#include "driver/input/ignore.hpp"

namespace lien {

namespace {

/// Matches `[set]` at the start of the pattern; advances the pattern behind it. No closing bracket: no match.
bool matchesSet(llvm::StringRef &pattern, char c) {
  std::size_t at = 1;
  bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  at += negated ? 1 : 0;
  bool found = false;
  for (bool first = true; at < pattern.size() && (first || pattern[at] != ']'); first = false) {
    char low = pattern[at];
    if (low == '\\' && at + 1 < pattern.size())
      low = pattern[++at];
    char high = low;
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      high = pattern[at + 2];
      at += 2;
    }
    found |= low <= c && c <= high;
    ++at;
  }
  if (at >= pattern.size())
    return false;
  pattern = pattern.drop_front(at + 1);
  return found != negated && c != '/';
}

/// Matches one character of the path against the head of the pattern (no star); advances the pattern.
bool matchesOne(llvm::StringRef &pattern, char c) {
  if (pattern.front() == '[')
    return matchesSet(pattern, c);
  if (pattern.front() == '?') {
    pattern = pattern.drop_front();
    return c != '/';
  }
  if (pattern.front() == '\\' && pattern.size() > 1)
    pattern = pattern.drop_front();
  bool same = pattern.front() == c;
  pattern = pattern.drop_front();
  return same;
}

} // namespace

// Backtracks to the last star only (and the last double star), which is enough for globs and linear in practice.
bool matchesPath(llvm::StringRef pattern, llvm::StringRef path) {
  struct Mark {
    llvm::StringRef pattern;
    llvm::StringRef path;
    bool set = false;
  };
  Mark star;
  Mark deep;
  while (true) {
    if (pattern.starts_with("**")) {
      pattern = pattern.drop_front(2);
      // `**/` also matches nothing.
      if (pattern.starts_with("/")) {
        if (matchesPath(pattern.drop_front(), path))
          return true;
      }
      deep = {pattern, path, true};
      star.set = false;
      continue;
    }
    if (pattern.starts_with("*")) {
      pattern = pattern.drop_front();
      star = {pattern, path, true};
      continue;
    }
    if (pattern.empty() && path.empty())
      return true;
    if (!pattern.empty() && !path.empty()) {
      llvm::StringRef rest = pattern;
      if (matchesOne(rest, path.front())) {
        pattern = rest;
        path = path.drop_front();
        continue;
      }
    }
    if (star.set && !star.path.empty() && star.path.front() != '/') {
      star.path = star.path.drop_front();
      pattern = star.pattern;
      path = star.path;
    } else if (deep.set && !deep.path.empty()) {
      deep.path = deep.path.drop_front();
      star.set = false;
      pattern = deep.pattern;
      path = deep.path;
    } else {
      return false;
    }
  }
}

IgnoreFile::IgnoreFile(llvm::StringRef text) {
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    line.consume_back("\r");
    line = line.rtrim(' ');
    Pattern pattern;
    if (line.empty() || line.starts_with("#"))
      continue;
    pattern.negated = line.consume_front("!");
    pattern.folders_only = line.consume_back("/");
    pattern.anchored = line.contains('/');
    line.consume_front("/");
    pattern.text = line.str();
    if (!pattern.text.empty())
      patterns_.push_back(std::move(pattern));
  }
}

IgnoreFile::Answer IgnoreFile::ask(llvm::StringRef relative, bool is_folder) const {
  llvm::StringRef last = relative.substr(relative.rfind('/') == llvm::StringRef::npos ? 0 : relative.rfind('/') + 1);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder)
      continue;
    if (matchesPath(pattern->text, pattern->anchored ? relative : last))
      return pattern->negated ? Answer::Kept : Answer::Ignored;
  }
  return Answer::Silent;
}

} // namespace lien
