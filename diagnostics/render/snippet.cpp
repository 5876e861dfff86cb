#include "diagnostics/render/snippet.hpp"

#include "diagnostics/render/display_text.hpp"

#include <algorithm>

namespace lien {

namespace {

struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0; ///< display
};

/// A mark over several lines, before its connecting line has a column of its own.
struct Tall {
  const Mark *mark = nullptr;
  const SourceFile *file = nullptr;
  Place lo;
  Place hi;
  std::uint32_t depth = 1;
  bool repeated = false; ///< another mark has the same span: only the end is drawn

  [[nodiscard]] bool sameSpan(const Tall &other) const { return mark->span.lo() == other.mark->span.lo() && mark->span.hi() == other.mark->span.hi(); }
  [[nodiscard]] bool meets(const Tall &other) const { return lo.line <= other.hi.line && other.lo.line <= hi.line; }
};

Place placeOf(const SourceFile &file, std::uint32_t offset) {
  std::uint32_t line = file.lineColumn(offset).line;
  std::uint32_t start = file.lineStart(line) - file.base();
  llvm::StringRef before = file.text().slice(start, offset - file.base());
  if (start == 0)
    before.consume_front("\xEF\xBB\xBF");
  before = before.rtrim("\r\n"); // the end of a file stands behind its last line break
  return {line, displayWidth(before)};
}

/// Lines that say too little to end an excerpt with.
bool isTelling(llvm::StringRef line) {
  line = line.trim();
  return !line.starts_with("//") && !line.empty() && line != "{" && line != "}" && line != "(" && line != ")" && line != "[" && line != "]";
}

class Annotator {
public:
  explicit Annotator(const SourceMap &sources) : sources_(sources) {}

  std::vector<AnnotatedFile> run(llvm::ArrayRef<Mark> marks) {
    for (const Mark &mark : marks)
      add(mark);
    layOutTall();
    for (AnnotatedFile &file : files_)
      std::stable_sort(file.lines.begin(), file.lines.end(), [](const AnnotatedLine &a, const AnnotatedLine &b) { return a.number < b.number; });
    movePrimaryFirst(marks);
    return std::move(files_);
  }

private:
  AnnotatedFile &fileEntry(const SourceFile *file) {
    for (AnnotatedFile &entry : files_)
      if (entry.file == file)
        return entry;
    files_.push_back({file, {}, 0});
    return files_.back();
  }

  void addTo(const SourceFile *file, std::uint32_t line, Annotation annotation) {
    AnnotatedFile &entry = fileEntry(file);
    for (AnnotatedLine &existing : entry.lines)
      if (existing.number == line) {
        existing.annotations.push_back(annotation);
        return;
      }
    entry.lines.push_back({line, {annotation}});
  }

  void add(const Mark &mark) {
    const SourceFile *file = sources_.fileAt(mark.span.lo());
    if (file == nullptr)
      return;
    Place lo = placeOf(*file, mark.span.lo());
    Place hi = placeOf(*file, std::min(mark.span.hi(), file->span().hi()));
    if (lo.line != hi.line) {
      tall_.push_back({&mark, file, lo, hi});
      return;
    }
    // An empty span is shown as one column.
    std::uint32_t end = hi.column == lo.column ? lo.column + 1 : hi.column;
    addTo(file, lo.line, {AnnotationKind::Inline, lo.column, end, 0, mark.primary, false, mark.label});
  }

  /// Gives spans that share lines connecting lines side by side, the outermost leftmost, and puts their parts on the lines.
  void layOutTall() {
    std::stable_sort(tall_.begin(), tall_.end(),
                     [](const Tall &a, const Tall &b) { return a.lo.line != b.lo.line ? a.lo.line < b.lo.line : a.hi.line > b.hi.line; });
    for (std::size_t i = 0; i < tall_.size(); ++i) {
      for (std::size_t j = 0; j < tall_.size(); ++j) {
        if (tall_[i].file != tall_[j].file)
          continue;
        if (!tall_[i].sameSpan(tall_[j]) && tall_[i].meets(tall_[j]))
          ++tall_[j].depth;
        else if (tall_[i].sameSpan(tall_[j]) && i != j && j > i)
          tall_[j].repeated = true;
        else if (i == j)
          break;
      }
    }
    std::uint32_t deepest = 0;
    for (const Tall &tall : tall_)
      deepest = std::max(deepest, tall.depth);
    for (Tall &tall : tall_) {
      tall.depth = deepest - tall.depth + 1;
      AnnotatedFile &entry = fileEntry(tall.file);
      entry.depth = std::max(entry.depth, tall.depth);
      spread(tall);
    }
  }

  /// The first line, up to four lines after it that say something, the line before the last, and the last.
  void spread(const Tall &tall) {
    const Mark &mark = *tall.mark;
    Annotation end{AnnotationKind::End, tall.hi.column == 0 ? 0 : tall.hi.column - 1, tall.hi.column, tall.depth, mark.primary, false, mark.label};
    if (tall.repeated) {
      end.kind = AnnotationKind::Inline;
      addTo(tall.file, tall.hi.line, end);
      return;
    }
    llvm::StringRef before = tall.file->line(tall.lo.line);
    bool at_start = displayWidth(before.take_until([](char c) { return c != ' ' && c != '\t'; })) >= tall.lo.column;
    addTo(tall.file, tall.lo.line, {AnnotationKind::Start, tall.lo.column, tall.lo.column + 1, tall.depth, mark.primary, at_start, {}});
    Annotation middle{AnnotationKind::Middle, 0, 0, tall.depth, mark.primary, false, {}};
    std::uint32_t head_end = std::min(tall.lo.line + 4, tall.hi.line);
    std::uint32_t until = tall.lo.line;
    for (std::uint32_t line = head_end - 1; line >= tall.lo.line; --line)
      if (isTelling(tall.file->line(line))) {
        until = line + 1;
        break;
      }
    for (std::uint32_t line = tall.lo.line + 1; line < until; ++line)
      addTo(tall.file, line, middle);
    std::uint32_t before_last = tall.hi.line - 1;
    if (head_end < before_last && isTelling(tall.file->line(before_last)))
      addTo(tall.file, before_last, middle);
    addTo(tall.file, tall.hi.line, end);
  }

  void movePrimaryFirst(llvm::ArrayRef<Mark> marks) {
    for (const Mark &mark : marks) {
      if (!mark.primary)
        continue;
      const SourceFile *file = sources_.fileAt(mark.span.lo());
      auto at = std::find_if(files_.begin(), files_.end(), [&](const AnnotatedFile &entry) { return entry.file == file; });
      if (at != files_.end())
        std::rotate(files_.begin(), at, std::next(at));
      return;
    }
  }

  const SourceMap &sources_;
  std::vector<AnnotatedFile> files_;
  std::vector<Tall> tall_;
};

} // namespace

std::vector<AnnotatedFile> annotate(llvm::ArrayRef<Mark> marks, const SourceMap &sources) { return Annotator(sources).run(marks); }

} // namespace lien
