// The human form: rustc's skeleton to the letter, so that editors' problem matchers and people read it without learning anything new.
#include "diagnostics/render/display_text.hpp"
#include "diagnostics/render/render.hpp"
#include "diagnostics/render/snippet.hpp"
#include "diagnostics/render/suggestion.hpp"

namespace lien {

namespace {

std::uint32_t digits(std::uint32_t number) { return static_cast<std::uint32_t>(std::to_string(number).size()); }

class HumanRenderer {
public:
  HumanRenderer(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out)
      : diagnostic_(diagnostic), sources_(sources), options_(options), out_(out) {
    number_width_ = digits(widestLine());
  }

  void run() {
    main();
    for (std::size_t i = 0; i < diagnostic_.children.size(); ++i)
      child(diagnostic_.children[i]);
    for (const Suggestion &suggestion : diagnostic_.suggestions) {
      TextGrid grid;
      drawSuggestion(grid, suggestion, sources_, number_width_);
      grid.print(Level::Help, options_.color, out_);
    }
    out_ << '\n';
  }

private:
  void see(Span span, std::uint32_t &widest) const {
    if (const SourceFile *file = sources_.fileAt(span.lo()))
      widest = std::max(widest, file->lineColumn(std::min(span.hi(), file->span().hi())).line);
  }

  std::uint32_t widestLine() const {
    std::uint32_t widest = 0;
    for (const Label &label : diagnostic_.primary)
      see(label.span, widest);
    for (const Label &label : diagnostic_.secondary)
      see(label.span, widest);
    for (const SubDiagnostic &child : diagnostic_.children)
      for (const Label &label : child.spans)
        see(label.span, widest);
    return widest;
  }

  void separator(TextGrid &grid) const { grid.put(grid.rows(), number_width_ + 1, "|", TextStyle::LineNumber); }

  /// `error[CODE]: message`; further lines of the message stand under its first.
  static void header(TextGrid &grid, Level level, llvm::StringRef code, llvm::StringRef message, TextStyle style) {
    grid.append(0, levelName(level), TextStyle::LevelName);
    if (!code.empty())
      grid.append(0, ("[" + code + "]").str(), TextStyle::LevelName);
    grid.append(0, ": ", style);
    std::size_t indent = grid.columns(0);
    for (std::size_t row = 0; row == 0 || !message.empty(); ++row) {
      auto [line, rest] = message.split('\n');
      if (line.empty() && row > 0)
        grid.touch(row);
      else
        grid.put(row, indent, printable(line), style);
      message = rest;
    }
  }

  void main() {
    TextGrid grid;
    header(grid, diagnostic_.level, codeOf(diagnostic_.kind), diagnostic_.message, TextStyle::Header);
    std::vector<Mark> marks;
    for (const Label &label : diagnostic_.primary)
      marks.push_back({label.span, label.text, true});
    for (const Label &label : diagnostic_.secondary)
      marks.push_back({label.span, label.text, false});
    bool shown = excerpts(grid, marks);
    if (shown && (!diagnostic_.children.empty() || !diagnostic_.suggestions.empty()))
      separator(grid);
    grid.print(diagnostic_.level, options_.color, out_);
  }

  bool excerpts(TextGrid &grid, llvm::ArrayRef<Mark> marks) const {
    std::vector<AnnotatedFile> files = annotate(marks, sources_);
    if (files.empty())
      return false;
    drawExcerpts(grid, files, marks.front().span, number_width_, options_);
    return true;
  }

  void child(const SubDiagnostic &child) {
    std::vector<Mark> marks;
    for (const Label &label : child.spans)
      if (sources_.fileAt(label.span.lo()) != nullptr)
        marks.push_back({label.span, label.text, marks.empty()});
    TextGrid grid;
    if (marks.empty()) {
      equals(grid, child);
    } else {
      header(grid, child.level, {}, child.message, TextStyle::Plain);
      excerpts(grid, marks);
    }
    grid.print(child.level, options_.color, out_);
  }

  /// `= note: message` in the gutter, for what has no place.
  void equals(TextGrid &grid, const SubDiagnostic &child) const {
    grid.put(0, number_width_ + 1, "= ", TextStyle::LineNumber);
    grid.append(0, levelName(child.level), TextStyle::Header);
    grid.append(0, ": ", TextStyle::Plain);
    llvm::StringRef message = child.message;
    // rustc indents as if the level were "note" whatever it is.
    std::size_t indent = number_width_ + 9;
    for (std::size_t row = 0; row == 0 || !message.empty(); ++row) {
      auto [line, rest] = message.split('\n');
      grid.put(row, row == 0 ? grid.columns(0) : indent, printable(line), TextStyle::Plain);
      message = rest;
    }
  }

  const Diagnostic &diagnostic_;
  const SourceMap &sources_;
  const RenderOptions &options_;
  llvm::raw_ostream &out_;
  std::uint32_t number_width_ = 1;
};

} // namespace

llvm::StringRef levelName(Level level) {
  switch (level) {
  case Level::Error:
    return "error";
  case Level::Warning:
    return "warning";
  case Level::Note:
    return "note";
  case Level::Help:
    return "help";
  }
  return "";
}

void renderHuman(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out) {
  HumanRenderer(diagnostic, sources, options, out).run();
}

} // namespace lien
