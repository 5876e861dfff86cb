// Draws annotated lines as rustc lays them out, so that every reader of rustc's output reads Lien's.
//
// On a line, marks are taken from right to left. The rightmost label stands beside its mark; each label further left that would collide goes one row
// deeper and hangs from its mark by a vertical line. Spans over several lines are tied together by a line in the margin.
#include "diagnostics/render/display_text.hpp"
#include "diagnostics/render/snippet.hpp"
#include "diagnostics/render/window.hpp"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace lien {

namespace {

/// A connecting line that runs down the margin.
struct Connector {
  std::uint32_t depth = 0;
  bool primary = false;
};

struct Placed {
  std::uint32_t row = 0; ///< rows below the marks' own row
  const Annotation *annotation = nullptr;
};

TextStyle markStyle(bool primary) { return primary ? TextStyle::PrimaryMark : TextStyle::SecondaryMark; }
llvm::StringRef markText(bool primary) { return primary ? "^" : "-"; }

/// True when the columns of two marks meet; the right end of both is extended by `padding`.
bool overlap(const Annotation &a, const Annotation &b, std::uint32_t padding) {
  std::uint32_t a_end = a.end + padding;
  std::uint32_t b_end = b.end + padding;
  return (b.start <= a.start && a.start < b_end) || (a.start <= b.start && b.start < a_end);
}

/// Whether the label of `annotation` must leave the row of the marks because `next`, further left, is in its way.
bool pushesDown(const Annotation &annotation, const Annotation &next) {
  bool same_columns = next.start == annotation.start && next.end == annotation.end;
  return overlap(next, annotation, 0) && annotation.hasLabel() && !(same_columns && !next.hasLabel());
}

/// Whether what comes after `annotation` (further left) needs a row of its own.
bool needsNextRow(const Annotation &annotation, const Annotation &next, std::uint32_t row) {
  std::uint32_t label_width = next.hasLabel() ? displayWidth(next.label) + 2 : 0;
  if (overlap(next, annotation, label_width)) {
    if (annotation.hasLabel() && next.hasLabel())
      return true;
    if (next.end <= annotation.end && next.hasLabel() && row == 0)
      return true;
  }
  return (annotation.takesSpace() && next.hasLabel()) || (annotation.hasLabel() && next.takesSpace()) || (annotation.takesSpace() && next.takesSpace());
}

class Layout {
public:
  Layout(TextGrid &grid, std::uint32_t number_width, const RenderOptions &options) : grid_(grid), number_width_(number_width), options_(options) {}

  void file(const AnnotatedFile &file, bool first, Span position) {
    margin_ = number_width_ + 3;
    code_ = file.depth == 0 ? margin_ : margin_ + file.depth + 1;
    ColumnWindow window(file, options_.width > code_ ? options_.width - code_ : 0);
    window_ = &window;
    header(file, first, position);
    connectors_.clear();
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      line(file, file.lines[i]);
      if (i + 1 < file.lines.size())
        between(file, file.lines[i], file.lines[i + 1]);
    }
  }

private:
  void separator(std::size_t row) { grid_.put(row, number_width_ + 1, "|", TextStyle::LineNumber); }

  void header(const AnnotatedFile &file, bool first, Span position) {
    LineColumn at;
    if (first) {
      at = file.file->lineColumn(position.lo());
    } else {
      separator(grid_.rows());
      at = {file.lines.front().number, 1};
      for (const Annotation &annotation : file.lines.front().annotations)
        at.column = std::max(at.column, annotation.start + 1);
      if (!file.lines.front().annotations.empty())
        at.column = file.lines.front().annotations.front().start + 1;
    }
    std::size_t row = grid_.rows();
    grid_.put(row, number_width_, first ? "--> " : "::: ", TextStyle::LineNumber);
    grid_.append(row, (file.file->name() + ":" + llvm::Twine(at.line) + ":" + llvm::Twine(at.column)).str(), TextStyle::Plain);
    separator(row + 1);
  }

  /// The source line with its number; returns its row.
  std::size_t source(const AnnotatedFile &file, std::uint32_t number) {
    std::size_t row = grid_.rows();
    std::string digits = std::to_string(number);
    grid_.put(row, number_width_ - digits.size(), digits, TextStyle::LineNumber);
    separator(row);
    llvm::StringRef text = file.file->line(number);
    if (number == 1)
      text.consume_front("\xEF\xBB\xBF");
    std::string shown = printable(text);
    if (!window_->cutsLeft() && window_->rightOf(displayWidth(text)) >= displayWidth(text)) {
      grid_.put(row, code_, shown, TextStyle::Plain);
      return row;
    }
    cutLine(row, shown);
    return row;
  }

  void cutLine(std::size_t row, llvm::StringRef text) {
    std::uint32_t right = window_->rightOf(displayWidth(text));
    std::uint32_t column = 0;
    std::string kept;
    bool cut_right = false;
    while (!text.empty()) {
      llvm::StringRef scalar = takeScalar(text);
      std::uint32_t width = displayWidth(scalar);
      if (column >= right)
        cut_right |= scalar != " ";
      else if (column >= window_->left())
        kept += scalar;
      column += width;
    }
    if (kept.empty())
      return;
    if (window_->cutsLeft())
      kept = replaceFront(kept);
    if (cut_right)
      kept = replaceBack(kept);
    grid_.put(row, code_, kept, TextStyle::Plain);
  }

  static std::string replaceFront(llvm::StringRef text) {
    for (std::uint32_t dropped = 0; dropped < 3 && !text.empty();)
      dropped += displayWidth(takeScalar(text));
    return ("..." + text).str();
  }

  static std::string replaceBack(llvm::StringRef text) {
    llvm::SmallVector<llvm::StringRef, 64> scalars;
    while (!text.empty())
      scalars.push_back(takeScalar(text));
    for (std::uint32_t dropped = 0; dropped < 3 && !scalars.empty(); scalars.pop_back())
      dropped += displayWidth(scalars.back());
    std::string result;
    for (llvm::StringRef scalar : scalars)
      result += scalar;
    return result + "...";
  }

  /// Display column to grid column.
  [[nodiscard]] std::size_t column(std::uint32_t display) const {
    std::size_t at = code_ + display;
    return at > window_->left() ? at - window_->left() : 0;
  }

  void connect(std::size_t row, const Connector &connector) { grid_.put(row, margin_ + connector.depth - 1, "|", markStyle(connector.primary)); }

  void line(const AnnotatedFile &file, const AnnotatedLine &line) {
    std::size_t first_row = grid_.rows();
    std::size_t row = source(file, line.number);
    llvm::SmallVector<Connector, 4> ends = annotations(row, line);
    llvm::SmallVector<Connector, 4> starting;
    for (const Connector &end : ends) {
      auto *running = llvm::find_if(connectors_, [&](const Connector &connector) { return connector.depth == end.depth; });
      if (running == connectors_.end())
        starting.push_back(end);
      else
        connectors_.erase(running);
    }
    for (const Connector &connector : connectors_)
      for (std::size_t at = first_row; at < grid_.rows(); ++at)
        connect(at, connector);
    connectors_.append(starting);
  }

  /// What stands between two shown lines: nothing, the one line that is missing, or dots.
  void between(const AnnotatedFile &file, const AnnotatedLine &line, const AnnotatedLine &next) {
    std::uint32_t distance = next.number - line.number;
    if (distance < 2)
      return;
    std::size_t row = grid_.rows();
    if (distance == 2)
      source(file, line.number + 1);
    else
      grid_.put(row, 0, "...", TextStyle::LineNumber);
    for (const Connector &connector : connectors_)
      connect(row, connector);
  }

  /// Marks and labels of one line, below its row. Returns the connecting lines that begin or end here.
  llvm::SmallVector<Connector, 4> annotations(std::size_t row, const AnnotatedLine &line) {
    llvm::SmallVector<Connector, 4> ends;
    if (startsAtMargin(line)) {
      for (const Annotation &annotation : line.annotations) {
        if (annotation.kind != AnnotationKind::Start)
          continue;
        grid_.put(row, margin_ + annotation.depth - 1, "/", markStyle(annotation.primary));
        ends.push_back({annotation.depth, annotation.primary});
      }
      return ends;
    }
    std::uint32_t rows = place(line);
    if (placed_.empty())
      return ends;
    for (std::uint32_t at = 0; at <= rows; ++at)
      separator(row + at + 1);
    horizontals(row);
    verticals(row, rows);
    labels(row);
    marks(row);
    for (const Placed &placed : placed_)
      if (placed.annotation->takesSpace())
        ends.push_back({placed.annotation->depth, placed.annotation->primary});
    return ends;
  }

  /// Spans that begin where their line begins need no row of their own: a slash in the margin says it.
  static bool startsAtMargin(const AnnotatedLine &line) {
    return llvm::all_of(line.annotations, [](const Annotation &annotation) {
      return annotation.kind == AnnotationKind::Middle || (annotation.kind == AnnotationKind::Start && annotation.at_line_start);
    });
  }

  /// Gives each annotation its row; returns how many rows of labels there are below the marks' row.
  std::uint32_t place(const AnnotatedLine &line) {
    placed_.clear();
    llvm::SmallVector<const Annotation *, 8> sorted;
    for (const Annotation &annotation : line.annotations)
      if (annotation.kind != AnnotationKind::Middle)
        sorted.push_back(&annotation);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Annotation *a, const Annotation *b) { return a->start > b->start; });
    std::uint32_t row = 0;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      llvm::ArrayRef<const Annotation *> further = llvm::ArrayRef(sorted).drop_front(i + 1);
      if (row == 0 && llvm::any_of(further, [&](const Annotation *next) { return pushesDown(*sorted[i], *next); }))
        ++row;
      placed_.push_back({row, sorted[i]});
      if (llvm::any_of(further, [&](const Annotation *next) { return needsNextRow(*sorted[i], *next, row); }))
        ++row;
      last = std::max(last, row);
    }
    std::uint32_t rows = last == 0 ? 0 : last + 1;
    if (!placed_.empty() && llvm::all_of(placed_, [](const Placed &placed) { return placed.annotation->kind == AnnotationKind::Start; })) {
      // Only starts: reversed, so that their horizontal lines do not cross.
      std::uint32_t deepest = 0;
      for (const Placed &placed : placed_)
        deepest = std::max(deepest, placed.row);
      for (Placed &placed : placed_)
        placed.row = deepest - placed.row;
      rows = rows == 0 ? 0 : rows - 1;
    }
    return rows;
  }

  void horizontals(std::size_t row) {
    for (const Placed &placed : placed_) {
      if (!placed.annotation->takesSpace())
        continue;
      std::size_t end = column(placed.annotation->start);
      for (std::size_t at = margin_ + placed.annotation->depth; at < end; ++at)
        grid_.put(row + placed.row + 1, at, "_", markStyle(placed.annotation->primary));
    }
  }

  void verticals(std::size_t row, std::uint32_t rows) {
    for (const Placed &placed : placed_) {
      const Annotation &annotation = *placed.annotation;
      TextStyle style = markStyle(annotation.primary);
      std::uint32_t below = placed.row + 1;
      if (below > 1 && (annotation.hasLabel() || annotation.takesSpace()))
        for (std::uint32_t at = 1; at <= below; ++at)
          grid_.put(row + at, column(annotation.start), "|", style);
      if (annotation.kind == AnnotationKind::Start)
        for (std::uint32_t at = below + 1; at < rows + 2; ++at)
          grid_.put(row + at, margin_ + annotation.depth - 1, "|", style);
      if (annotation.kind == AnnotationKind::End)
        for (std::uint32_t at = 0; at <= below; ++at)
          grid_.put(row + at, margin_ + annotation.depth - 1, "|", style);
    }
  }

  void labels(std::size_t row) {
    for (const Placed &placed : placed_) {
      const Annotation &annotation = *placed.annotation;
      if (!annotation.hasLabel())
        continue;
      bool beside = placed.row == 0;
      std::uint32_t gap = annotation.end == 0 ? 2 : 1;
      std::size_t at = beside ? column(annotation.end + gap) : column(annotation.start);
      grid_.put(row + placed.row + (beside ? 1 : 2), at, printable(annotation.label), markStyle(annotation.primary));
    }
  }

  /// Wide marks first, so that narrow ones inside them stay visible; primary over secondary.
  void marks(std::size_t row) {
    std::stable_sort(placed_.begin(), placed_.end(), [](const Placed &a, const Placed &b) {
      std::uint32_t a_length = a.annotation->end - a.annotation->start;
      std::uint32_t b_length = b.annotation->end - b.annotation->start;
      return a_length != b_length ? a_length > b_length : a.annotation->primary < b.annotation->primary;
    });
    for (const Placed &placed : placed_) {
      const Annotation &annotation = *placed.annotation;
      for (std::uint32_t at = annotation.start; at < annotation.end; ++at)
        grid_.put(row + 1, column(at), markText(annotation.primary), markStyle(annotation.primary));
    }
  }

  TextGrid &grid_;
  std::uint32_t number_width_;
  const RenderOptions &options_;
  const ColumnWindow *window_ = nullptr;
  std::uint32_t margin_ = 0; ///< first column behind the gutter
  std::uint32_t code_ = 0;   ///< first column of source text
  llvm::SmallVector<Connector, 4> connectors_;
  std::vector<Placed> placed_;
};

} // namespace

void drawExcerpts(TextGrid &grid, llvm::ArrayRef<AnnotatedFile> files, Span position, std::uint32_t number_width, const RenderOptions &options) {
  Layout layout(grid, number_width, options);
  for (std::size_t i = 0; i < files.size(); ++i)
    layout.file(files[i], i == 0, position);
}

} // namespace lien
