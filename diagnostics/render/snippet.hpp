// The source excerpt of a finding: which lines are shown, and what is marked on each.
#pragma once

#include "diagnostics/render/render.hpp"
#include "diagnostics/render/text_grid.hpp"

namespace lien {

/// A span to be marked in an excerpt.
struct Mark {
  Span span;
  llvm::StringRef label;
  bool primary = false;
};

enum class AnnotationKind : std::uint8_t {
  Inline, ///< begins and ends on this line
  Start,  ///< first line of a span over several lines
  Middle, ///< only the connecting line passes here
  End,    ///< last line of a span over several lines; it carries the label
};

/// What one mark puts on one line. Columns are display columns, zero-based, the end exclusive.
struct Annotation {
  AnnotationKind kind = AnnotationKind::Inline;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t depth = 0; ///< of the connecting line, from 1 (leftmost); Start, Middle, End
  bool primary = false;
  bool at_line_start = false; ///< Start: nothing but white space stands before it
  llvm::StringRef label;

  [[nodiscard]] bool hasLabel() const { return !label.empty(); }
  /// A start or end draws a horizontal line to the margin.
  [[nodiscard]] bool takesSpace() const { return kind == AnnotationKind::Start || kind == AnnotationKind::End; }
};

struct AnnotatedLine {
  std::uint32_t number = 0; ///< one-based
  std::vector<Annotation> annotations;
};

struct AnnotatedFile {
  const SourceFile *file = nullptr;
  std::vector<AnnotatedLine> lines; ///< ascending
  std::uint32_t depth = 0;          ///< connecting lines side by side
};

/// Sorts marks into files (the first primary mark's file first) and lines. Marks in files that `sources` does not hold are left out.
std::vector<AnnotatedFile> annotate(llvm::ArrayRef<Mark> marks, const SourceMap &sources);

/// Draws the excerpts below what the grid holds: arrow lines, numbered source lines, marks and labels. `number_width` is that of the widest line number.
void drawExcerpts(TextGrid &grid, llvm::ArrayRef<AnnotatedFile> files, Span position, std::uint32_t number_width, const RenderOptions &options);

} // namespace lien
