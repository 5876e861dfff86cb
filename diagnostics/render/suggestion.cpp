#include "diagnostics/render/suggestion.hpp"

#include "diagnostics/render/display_text.hpp"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace lien {

namespace {

/// One edit inside one file, offsets relative to it; what the old and new text share is cut off where only an insertion remains.
struct Part {
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  std::string text;

  [[nodiscard]] bool isAddition() const { return lo == hi; }
};

/// A stretch of a rewritten line that is new; byte offsets into the line.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct NewLine {
  std::string text;
  llvm::SmallVector<Stretch, 2> changed;
};

/// How the rewrite is shown.
enum class Form : std::uint8_t {
  Diff,      ///< old line with `-`, new line with `+`
  Underline, ///< new line, additions underlined with `+`
  Added,     ///< whole new lines, marked `+`
  Plain,     ///< several lines, changed ones marked `~` or `+`
};

llvm::StringRef original(const SourceFile &file, const Part &part) { return file.text().slice(part.lo, part.hi); }

Part trimmed(const SourceFile &file, Part part) {
  llvm::StringRef old_text = original(file, part);
  llvm::StringRef new_text = part.text;
  if (old_text.empty())
    return part;
  std::size_t prefix = 0;
  while (prefix < old_text.size() && prefix < new_text.size() && old_text[prefix] == new_text[prefix])
    ++prefix;
  while (prefix > 0 && prefix < old_text.size() && (static_cast<unsigned char>(old_text[prefix]) & 0xC0U) == 0x80U)
    --prefix;
  old_text = old_text.drop_front(prefix);
  new_text = new_text.drop_front(prefix);
  if (!new_text.ends_with(old_text))
    return part;
  part.lo += static_cast<std::uint32_t>(prefix);
  part.hi = part.lo;
  part.text = new_text.drop_back(old_text.size()).str();
  return part;
}

std::vector<Part> partsOf(const Suggestion &suggestion, const SourceFile &file) {
  std::vector<Part> parts;
  for (const Edit &edit : suggestion.edits) {
    if (edit.span.lo() < file.base() || edit.span.hi() > file.span().hi())
      continue;
    Part part = trimmed(file, {edit.span.lo() - file.base(), edit.span.hi() - file.base(), edit.text});
    if (part.text != original(file, part))
      parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.lo < b.lo; });
  return parts;
}

/// Applies the parts to the lines that they touch.
class Rewriter {
public:
  Rewriter(const SourceFile &file, llvm::ArrayRef<Part> parts) {
    std::uint32_t first = file.lineColumn(file.base() + parts.front().lo).line;
    std::uint32_t last = file.lineColumn(file.base() + parts.back().hi).line;
    std::uint32_t at = file.lineStart(first) - file.base();
    for (const Part &part : parts) {
      keep(file.text().slice(at, part.lo));
      insert(part.text);
      at = std::max(at, part.hi);
    }
    // A replacement that ends its line does not show the line after it.
    if (!llvm::StringRef(parts.back().text).ends_with("\n")) {
      std::uint32_t end = file.lineStart(last) - file.base() + static_cast<std::uint32_t>(file.line(last).size());
      keep(file.text().slice(at, std::max(at, end)));
    }
    while (lines_.size() > 1 && lines_.back().text.empty())
      lines_.pop_back();
  }

  std::vector<NewLine> take() && { return std::move(lines_); }

private:
  void keep(llvm::StringRef text) {
    for (char c : text)
      if (c == '\n')
        lines_.emplace_back();
      else if (c != '\r')
        lines_.back().text += c;
  }

  void insert(llvm::StringRef text) {
    while (true) {
      auto [line, rest] = text.split('\n');
      bool more = line.size() < text.size();
      NewLine &current = lines_.back();
      std::size_t begin = current.text.size();
      current.text += line;
      if (!line.empty() || (begin == 0 && more))
        current.changed.push_back({begin, current.text.size()});
      if (!more)
        return;
      lines_.emplace_back();
      text = rest;
    }
  }

  std::vector<NewLine> lines_ = {NewLine()};
};

class Painter {
public:
  Painter(TextGrid &grid, const SourceFile &file, std::vector<Part> parts, std::uint32_t number_width)
      : grid_(grid), file_(file), parts_(std::move(parts)), number_width_(number_width) {
    first_line_ = file.lineColumn(file.base() + parts_.front().lo).line;
    last_line_ = file.lineColumn(file.base() + parts_.back().hi).line;
    lines_ = Rewriter(file, parts_).take();
    form_ = chooseForm();
  }

  void paint() {
    switch (form_) {
    case Form::Diff:
      diff();
      if (parts_.size() > 1)
        closingSeparator();
      return;
    case Form::Underline:
      return underline();
    case Form::Added:
      for (std::size_t i = 0; i < lines_.size(); ++i)
        row(first_line_ + static_cast<std::uint32_t>(i), "+", lines_[i].text, TextStyle::Addition);
      return;
    case Form::Plain:
      plain();
      closingSeparator();
      return;
    }
  }

private:
  Form chooseForm() const {
    bool several = lines_.size() > 1;
    bool removes = llvm::any_of(parts_, [](const Part &part) { return !part.isAddition(); });
    if (removes && !several)
      return Form::Diff;
    llvm::StringRef only = parts_.front().text;
    bool whole = parts_.size() == 1 && only.trim() == llvm::StringRef(lines_.front().text).trim();
    if (parts_.size() == 1 && only.ends_with("\n") && (several ? sameText(only) : whole))
      return Form::Added;
    return several || whole ? Form::Plain : Form::Underline;
  }

  void closingSeparator() { grid_.put(grid_.rows(), number_width_ + 1, "|", TextStyle::LineNumber); }

  [[nodiscard]] bool sameText(llvm::StringRef text) const {
    std::string all;
    for (const NewLine &line : lines_)
      all += line.text + "\n";
    return text.trim() == llvm::StringRef(all).trim();
  }

  void row(std::uint32_t number, llvm::StringRef mark, llvm::StringRef text, TextStyle mark_style) {
    std::size_t at = grid_.rows();
    std::string digits = std::to_string(number);
    grid_.put(at, number_width_ > digits.size() ? number_width_ - digits.size() : 0, digits, TextStyle::LineNumber);
    grid_.put(at, number_width_ + 1, mark, mark_style);
    if (text.empty() && mark != "|") {
      grid_.put(at, number_width_ + 2, " ", TextStyle::Plain);
      return;
    }
    if (!text.empty())
      grid_.put(at, number_width_ + 3, printable(text), TextStyle::Plain);
  }

  void highlight(std::size_t at, llvm::StringRef text, llvm::ArrayRef<Stretch> changed, TextStyle style) {
    for (const Stretch &stretch : changed) {
      llvm::StringRef part = text.slice(stretch.begin, stretch.end);
      std::size_t before = printableCells(text.take_front(stretch.begin));
      grid_.put(at, number_width_ + 3 + before, printable(part), style);
    }
  }

  static std::size_t printableCells(llvm::StringRef text) {
    std::string shown = printable(text);
    return static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }

  void diff() {
    std::vector<llvm::SmallVector<Stretch, 2>> removed(last_line_ - first_line_ + 1);
    for (const Part &part : parts_)
      markRemoved(part, removed);
    for (std::uint32_t line = first_line_; line <= last_line_; ++line) {
      llvm::StringRef text = file_.line(line);
      if (line == last_line_ && text == lines_.front().text)
        return;
      std::size_t at = grid_.rows();
      row(line, "-", text, TextStyle::Removal);
      highlight(at, text, removed[line - first_line_], TextStyle::Removal);
    }
    const NewLine &line = lines_.front();
    if (llvm::StringRef(line.text).trim().empty())
      return;
    std::size_t at = grid_.rows();
    row(first_line_, "+", line.text, TextStyle::Addition);
    highlight(at, line.text, line.changed, TextStyle::Addition);
  }

  void markRemoved(const Part &part, std::vector<llvm::SmallVector<Stretch, 2>> &removed) const {
    for (std::uint32_t line = first_line_; line <= last_line_; ++line) {
      std::uint32_t start = file_.lineStart(line) - file_.base();
      std::uint32_t end = start + static_cast<std::uint32_t>(file_.line(line).size());
      std::uint32_t lo = std::max(part.lo, start);
      std::uint32_t hi = std::min(part.hi, end);
      if (lo < hi)
        removed[line - first_line_].push_back({lo - start, hi - start});
    }
  }

  void underline() {
    const NewLine &line = lines_.front();
    std::size_t at = grid_.rows();
    row(first_line_, "|", line.text, TextStyle::LineNumber);
    highlight(at, line.text, line.changed, TextStyle::Addition);
    grid_.put(at + 1, number_width_ + 1, "|", TextStyle::LineNumber);
    llvm::StringRef text = line.text;
    for (const Stretch &stretch : line.changed) {
      llvm::StringRef added = text.slice(stretch.begin, stretch.end);
      bool blank = added.trim().empty();
      std::size_t begin = blank ? stretch.begin : stretch.begin + (added.size() - added.ltrim().size());
      llvm::StringRef shown = blank ? added : added.trim();
      std::uint32_t from = displayWidth(text.take_front(begin));
      for (std::uint32_t i = 0; i < displayWidth(shown); ++i)
        grid_.put(at + 1, number_width_ + 3 + from + i, "+", TextStyle::Addition);
    }
  }

  /// Unchanged stretches of more than three lines are shortened to their first and last line.
  void plain() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::size_t run = i;
      while (run < lines_.size() && lines_[run].changed.empty())
        ++run;
      if (run == lines_.size() && run > i)
        return;
      if (run - i > 3) {
        plainRow(i);
        grid_.put(grid_.rows(), 0, "...", TextStyle::LineNumber);
        plainRow(run - 1);
        i = run - 1;
        continue;
      }
      plainRow(i);
    }
  }

  void plainRow(std::size_t index) {
    const NewLine &line = lines_[index];
    auto number = first_line_ + static_cast<std::uint32_t>(index);
    if (line.changed.empty() || lines_.size() == 1)
      return row(number, "|", line.text, TextStyle::LineNumber);
    bool whole = line.changed.size() == 1 && line.changed.front().begin == 0 && line.changed.front().end == line.text.size();
    std::size_t at = grid_.rows();
    row(number, whole ? "+" : "~", line.text, TextStyle::Addition);
    highlight(at, line.text, line.changed, TextStyle::Addition);
  }

  TextGrid &grid_;
  const SourceFile &file_;
  std::vector<Part> parts_;
  std::uint32_t number_width_;
  std::uint32_t first_line_ = 1;
  std::uint32_t last_line_ = 1;
  std::vector<NewLine> lines_;
  Form form_ = Form::Plain;
};

void header(TextGrid &grid, llvm::StringRef message) {
  std::size_t row = grid.rows();
  grid.put(row, 0, "help", TextStyle::LevelName);
  grid.append(row, ": ", TextStyle::Plain);
  for (bool first = true; first || !message.empty(); first = false, ++row) {
    auto [line, rest] = message.split('\n');
    grid.put(row, first ? grid.columns(row) : 6, printable(line), TextStyle::Plain);
    message = rest;
  }
}

} // namespace

void drawSuggestion(TextGrid &grid, const Suggestion &suggestion, const SourceMap &sources, std::uint32_t number_width) {
  header(grid, suggestion.message);
  const SourceFile *file = suggestion.edits.empty() ? nullptr : sources.fileAt(suggestion.edits.front().span.lo());
  if (file == nullptr)
    return;
  std::vector<Part> parts = partsOf(suggestion, *file);
  if (parts.empty())
    return;
  grid.put(grid.rows(), number_width + 1, "|", TextStyle::LineNumber);
  Painter(grid, *file, std::move(parts), number_width).paint();
}

} // namespace lien
