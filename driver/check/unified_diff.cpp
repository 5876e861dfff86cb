#include "driver/check/unified_diff.hpp"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace lien {

namespace {

constexpr std::size_t context = 3;

using Lines = std::vector<llvm::StringRef>;

/// Lines with their line breaks; the last one may have none.
Lines linesOf(llvm::StringRef text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.take_front(length));
    text = text.drop_front(length);
  }
  return lines;
}

/// Old lines [first, last) give way to new ones.
struct Region {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text; ///< the new lines in one piece
  std::vector<std::string> added;
};

class Diff {
public:
  explicit Diff(const EditedText &text) : text_(text), old_(linesOf(text.original())) {
    std::size_t at = 0;
    for (llvm::StringRef line : old_) {
      starts_.push_back(at);
      at += line.size();
    }
    starts_.push_back(at);
    findRegions();
  }

  void print(llvm::raw_ostream &out) const {
    std::ptrdiff_t shift = 0; // new line number minus old line number
    for (std::size_t i = 0; i < regions_.size();) {
      std::size_t end = i + 1;
      while (end < regions_.size() && regions_[end].first - regions_[end - 1].last <= 2 * context)
        ++end;
      shift += printHunk(llvm::ArrayRef(regions_).slice(i, end - i), shift, out);
      i = end;
    }
  }

private:
  /// The old line that holds an offset; the end of a text belongs to its last line unless that is finished.
  [[nodiscard]] std::size_t lineAt(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
  }

  void findRegions() {
    const llvm::StringRef original = text_.original();
    const llvm::ArrayRef<TextEdit> changes = text_.changes();
    for (std::size_t i = 0; i < changes.size();) {
      Region region;
      region.first = std::min(lineAt(changes[i].lo), old_.empty() ? 0 : old_.size());
      if (region.first == old_.size() && region.first > 0 && !old_.back().ends_with("\n"))
        --region.first;
      std::size_t at = starts_[region.first];
      do {
        region.text += original.slice(at, changes[i].lo);
        region.text += changes[i].text;
        at = changes[i].hi;
        region.last = std::min(lineAt(at) + 1, old_.size());
        ++i;
      } while (i < changes.size() && (changes[i].lo < starts_[region.last] || region.last == old_.size()));
      region.text += original.slice(at, starts_[region.last]);
      regions_.push_back(std::move(region));
    }
    for (Region &region : regions_)
      trim(region);
    llvm::erase_if(regions_, [](const Region &region) { return region.first == region.last && region.added.empty(); });
    joinNeighbours();
  }

  /// Of regions without a line between them all old lines are shown before all new ones.
  void joinNeighbours() {
    std::vector<Region> joined;
    for (Region &region : regions_) {
      if (joined.empty() || joined.back().last != region.first) {
        joined.push_back(std::move(region));
        continue;
      }
      joined.back().last = region.last;
      llvm::append_range(joined.back().added, region.added);
    }
    regions_ = std::move(joined);
  }

  /// Leaves out the lines that old and new have in common at both ends.
  void trim(Region &region) {
    const Lines lines = linesOf(region.text);
    llvm::ArrayRef<llvm::StringRef> added = lines;
    while (region.first < region.last && !added.empty() && old_[region.first] == added.front()) {
      ++region.first;
      added = added.drop_front();
    }
    while (region.first < region.last && !added.empty() && old_[region.last - 1] == added.back()) {
      --region.last;
      added = added.drop_back();
    }
    for (llvm::StringRef line : added)
      region.added.push_back(line.str());
  }

  static void printRange(char sign, std::size_t first, std::size_t count, llvm::raw_ostream &out) {
    // A range without lines is named after the line before it.
    out << ' ' << sign << (count == 0 ? first : first + 1);
    if (count != 1)
      out << ',' << count;
  }

  template <typename Range> static void printLines(char mark, const Range &lines, llvm::raw_ostream &out) {
    for (llvm::StringRef line : lines) {
      out << mark << line;
      if (!line.ends_with("\n"))
        out << "\n\\ No newline at end of file\n";
    }
  }

  /// Returns how many lines more the new text has for these regions.
  std::ptrdiff_t printHunk(llvm::ArrayRef<Region> regions, std::ptrdiff_t shift, llvm::raw_ostream &out) const {
    const std::size_t first = regions.front().first - std::min(regions.front().first, context);
    const std::size_t last = std::min(regions.back().last + context, old_.size());
    std::ptrdiff_t growth = 0;
    for (const Region &region : regions)
      growth += static_cast<std::ptrdiff_t>(region.added.size()) - static_cast<std::ptrdiff_t>(region.last - region.first);
    out << "@@";
    printRange('-', first, last - first, out);
    printRange('+', static_cast<std::size_t>(static_cast<std::ptrdiff_t>(first) + shift),
               static_cast<std::size_t>(static_cast<std::ptrdiff_t>(last - first) + growth), out);
    out << " @@\n";
    const llvm::ArrayRef<llvm::StringRef> old = old_;
    std::size_t at = first;
    for (const Region &region : regions) {
      printLines(' ', old.slice(at, region.first - at), out);
      printLines('-', old.slice(region.first, region.last - region.first), out);
      printLines('+', region.added, out);
      at = region.last;
    }
    printLines(' ', old.slice(at, last - at), out);
    return growth;
  }

  const EditedText &text_;
  Lines old_;
  std::vector<std::size_t> starts_; ///< of the old lines, and the end
  std::vector<Region> regions_;
};

/// `a/NAME`, quoted as git does where the name would end too early.
void printName(char side, llvm::StringRef name, llvm::raw_ostream &out) {
  name.consume_front("./");
  name = name.ltrim('/');
  const bool is_quoted = llvm::any_of(name, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (!is_quoted) {
    out << side << '/' << name << (name.contains(' ') ? "\t\n" : "\n");
    return;
  }
  out << '"' << side << '/';
  for (char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out << '\\' << c;
    else if (byte < 0x20 || byte >= 0x7f)
      out << '\\' << static_cast<char>('0' + (byte >> 6U)) << static_cast<char>('0' + ((byte >> 3U) & 7U)) << static_cast<char>('0' + (byte & 7U));
    else
      out << c;
  }
  out << "\"\n";
}

} // namespace

void printUnifiedDiff(llvm::StringRef name, const EditedText &text, llvm::raw_ostream &out) {
  if (text.original() == text.text())
    return;
  out << "--- ";
  printName('a', name, out);
  out << "+++ ";
  printName('b', name, out);
  Diff(text).print(out);
}

} // namespace lien
