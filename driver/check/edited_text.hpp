// A text under edits, which remembers how it differs from the text that it began as.
//
// Rewrites come in rounds, each written against the text that the round before left. Kept as replacements in the original they can be shown as a
// difference without looking for one.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lien {

/// Bytes [lo, hi) of a text give way to others; an insertion when they are none.
struct TextEdit {
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  std::string text;

  friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

class EditedText {
public:
  explicit EditedText(std::string text) : original_(std::move(text)), text_(original_) {}

  /// Makes all edits, whose offsets count in `text()`, or, where two overlap or one lies outside, none. Of insertions at one place the first stands first.
  [[nodiscard]] bool apply(std::vector<TextEdit> edits);

  [[nodiscard]] const std::string &original() const { return original_; }
  [[nodiscard]] const std::string &text() const { return text_; }
  /// What is different from `original()`, whose offsets they count in: in order, with something between each two.
  [[nodiscard]] llvm::ArrayRef<TextEdit> changes() const { return changes_; }

private:
  void remember(llvm::ArrayRef<TextEdit> edits);

  std::string original_;
  std::string text_;
  std::vector<TextEdit> changes_;
};

/// In order, the edits leave each byte to one of them. Sorts them by position.
bool sortEdits(std::vector<TextEdit> &edits);

} // namespace lien
