#include "diagnostics/render/window.hpp"

#include "diagnostics/render/display_text.hpp"

#include <algorithm>

namespace lien {

namespace {

/// Room for the dots that stand for what was cut off.
constexpr std::uint32_t padding = 6;
/// Deeper indentation than this is cut.
constexpr std::uint32_t deep_indentation = 20;
constexpr std::uint32_t kept_indentation = 16;

struct Extent {
  std::uint32_t indentation = UINT32_MAX; ///< least white space before the text of a line
  std::uint32_t marks_left = UINT32_MAX;
  std::uint32_t marks_right = 0;
  std::uint32_t labels_right = 0;
  std::uint32_t longest = 0;
};

Extent extentOf(const AnnotatedFile &file) {
  Extent extent;
  for (const AnnotatedLine &line : file.lines) {
    llvm::StringRef text = file.file->line(line.number);
    extent.longest = std::max(extent.longest, displayWidth(text));
    if (!text.trim().empty())
      extent.indentation = std::min(extent.indentation, displayWidth(text.take_while([](char c) { return c == ' ' || c == '\t'; })));
    for (const Annotation &annotation : line.annotations) {
      if (annotation.kind == AnnotationKind::Middle)
        continue;
      extent.marks_left = std::min({extent.marks_left, annotation.start, annotation.end});
      extent.marks_right = std::max({extent.marks_right, annotation.start, annotation.end});
      extent.labels_right = std::max(extent.labels_right, annotation.end + (annotation.hasLabel() ? displayWidth(annotation.label) + 1 : 0));
    }
  }
  if (extent.indentation == UINT32_MAX)
    extent.indentation = 0;
  if (extent.marks_left == UINT32_MAX)
    extent.marks_left = 0;
  return extent;
}

std::uint32_t less(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : 0; }

} // namespace

// Tried in this order: cut indentation only; centre marks and labels; centre the marks; show just the marks.
ColumnWindow::ColumnWindow(const AnnotatedFile &file, std::uint32_t available) : available_(available) {
  Extent extent = extentOf(file);
  std::uint32_t indentation = less(extent.indentation, padding);
  std::uint32_t from = less(extent.marks_left, padding);
  std::uint32_t to = extent.marks_right + padding;
  std::uint32_t labels_to = std::max(extent.labels_right, extent.marks_right) + padding;
  if (indentation > deep_indentation)
    left_ = indentation - kept_indentation;
  right_ = std::max(extent.longest, left_);
  if (right_ - left_ <= available)
    return;
  if (less(labels_to, indentation) <= available) {
    left_ = indentation;
    right_ = left_ + available;
  } else if (labels_to - from <= available) {
    left_ = less(from, (available - (labels_to - from)) / 2);
    right_ = left_ + available;
  } else if (to - from <= available) {
    left_ = less(from, (available - (to - from)) / 5 * 2);
    right_ = left_ + available;
  } else {
    left_ = from;
    right_ = to;
  }
}

std::uint32_t ColumnWindow::rightOf(std::uint32_t length) const { return less(length, left_) <= available_ ? length : std::min(length, right_); }

} // namespace lien
