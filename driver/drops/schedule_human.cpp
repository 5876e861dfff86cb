#include "driver/drops/schedule_human.hpp"

#include "diagnostics/render/display_text.hpp"
#include "diagnostics/render/text_grid.hpp"
#include "driver/drops/exit_words.hpp"

#include "llvm/ADT/StringExtras.h"

#include <set>

namespace lien {

namespace {

constexpr std::uint32_t longest_gap = 3; ///< lines that say nothing are shown up to this many in a row
constexpr std::uint32_t furthest_list = 60;

/// An exit below the line on which it stands.
struct Note {
  Span at; ///< absolute
  ExitAccount account;
};

/// Lays out one function: its lines, and below each the exits on it.
class FunctionSheet {
public:
  FunctionSheet(const JudgedSchedule &function, const SourceFile &file, const ScheduleFilter &filter)
      : function_(function), file_(file), words_(function, filter) {}

  void draw(TextGrid &grid) {
    gatherNotes();
    if (notes_.empty()) {
      grid.append(grid.rows() - 1, ": drops nothing", TextStyle::Plain);
      return;
    }
    const std::uint32_t first = lineOf(function_.nameSpan().lo());
    const std::uint32_t last = lineOf(function_.absolute(function_.body().span).hi() - 1);
    number_width_ = static_cast<std::uint32_t>(std::to_string(last).size());
    drawArrow(grid);
    drawLines(grid, first, last);
  }

private:
  [[nodiscard]] std::uint32_t lineOf(std::uint32_t offset) const { return file_.lineColumn(offset).line; }
  [[nodiscard]] std::uint32_t lineOf(const Note &note) const { return lineOf(note.at.lo()); }

  void gatherNotes() {
    for (const DropExit *exit : function_.exitsInOrder())
      addNote({function_.absolute(exit->at), words_.account(*exit)});
  }

  /// Several ways through one place that come to the same are one note.
  void addNote(Note note) {
    if (note.account.rows.empty())
      return;
    bool is_other_way = false;
    for (auto before = notes_.rbegin(); before != notes_.rend() && before->at == note.at; ++before) {
      if (before->account.rows == note.account.rows)
        return;
      is_other_way |= llvm::any_of(before->account.locals, [&](mir::LocalId local) { return llvm::is_contained(note.account.locals, local); });
    }
    if (is_other_way)
      note.account.heading += ", on another path";
    notes_.push_back(std::move(note));
  }

  void drawArrow(TextGrid &grid) const {
    const LineColumn at = file_.lineColumn(function_.nameSpan().lo());
    const std::size_t row = grid.rows();
    grid.put(row, number_width_, "--> ", TextStyle::LineNumber);
    grid.append(row, (file_.name() + ":" + llvm::Twine(at.line) + ":" + llvm::Twine(at.column)).str(), TextStyle::Plain);
    drawMargin(grid);
  }

  /// An empty row behind the margin; returns it.
  std::size_t drawMargin(TextGrid &grid) const {
    const std::size_t row = grid.rows();
    grid.put(row, number_width_ + 1, "|", TextStyle::LineNumber);
    return row;
  }

  void drawLines(TextGrid &grid, std::uint32_t first, std::uint32_t last) {
    std::set<std::uint32_t> telling{first, last};
    for (const Note &note : notes_)
      telling.insert(lineOf(note));
    for (const Span span : words_.mentioned())
      if (const std::uint32_t line = lineOf(span.lo()); first <= line && line <= last)
        telling.insert(line);
    std::uint32_t previous = first - 1;
    auto note = notes_.begin();
    for (const std::uint32_t line : telling) {
      if (line - previous - 1 > longest_gap)
        grid.put(grid.rows(), 0, "...", TextStyle::LineNumber);
      else
        for (std::uint32_t between = previous + 1; between < line; ++between)
          drawLine(grid, between);
      drawLine(grid, line);
      for (; note != notes_.end() && lineOf(*note) == line; ++note)
        drawNote(grid, *note);
      previous = line;
    }
  }

  void drawLine(TextGrid &grid, std::uint32_t line) const {
    const std::string number = std::to_string(line);
    const std::size_t row = grid.rows();
    grid.put(row, number_width_ - number.size(), number, TextStyle::LineNumber);
    grid.put(row, number_width_ + 1, "|", TextStyle::LineNumber);
    const std::string text = printable(file_.line(line).rtrim());
    if (!text.empty())
      grid.put(row, textColumn(), text, TextStyle::Plain);
  }

  [[nodiscard]] std::size_t textColumn() const { return number_width_ + 3; }

  void drawNote(TextGrid &grid, const Note &note) const {
    const llvm::StringRef text = file_.line(lineOf(note));
    const std::uint32_t start = note.at.lo() - file_.lineStart(lineOf(note));
    const std::uint32_t column = displayWidth(text.take_front(start));
    const std::uint32_t width = std::max(1U, displayWidth(text.slice(start, start + note.at.length()).rtrim()));
    std::size_t row = drawMargin(grid);
    grid.put(row, textColumn() + column, std::string(width, '^'), TextStyle::SecondaryMark);
    grid.append(row, " " + note.account.heading, TextStyle::Header);
    std::uint32_t name_width = 0;
    for (const ExitRow &entry : note.account.rows)
      name_width = std::max(name_width, displayWidth(entry.name));
    std::size_t dropped = 0;
    for (const ExitRow &entry : note.account.rows)
      dropped += entry.fate != ExitRow::Fate::Gone ? 1 : 0;
    const std::size_t bullet_width = std::to_string(dropped).size() + 2;
    std::size_t number = 0;
    for (const ExitRow &entry : note.account.rows) {
      row = drawMargin(grid);
      const TextStyle style = styleOf(entry.fate);
      const std::string bullet = entry.fate == ExitRow::Fate::Gone ? "-" : std::to_string(++number) + (entry.fate == ExitRow::Fate::Ambiguous ? "?" : ".");
      grid.put(row, textColumn() + std::min(column, furthest_list), bullet + std::string(bullet_width - bullet.size(), ' ') + entry.name, style);
      grid.append(row, std::string(name_width - displayWidth(entry.name) + 2, ' ') + entry.words, TextStyle::Plain);
    }
  }

  static TextStyle styleOf(ExitRow::Fate fate) {
    switch (fate) {
    case ExitRow::Fate::Dropped:
      return TextStyle::Addition;
    case ExitRow::Fate::Ambiguous:
      return TextStyle::LevelName;
    case ExitRow::Fate::Gone:
      return TextStyle::Removal;
    }
    return TextStyle::Plain;
  }

  const JudgedSchedule &function_;
  const SourceFile &file_;
  ExitWords words_;
  std::vector<Note> notes_; ///< in the order of the source
  std::uint32_t number_width_ = 1;
};

} // namespace

void ScheduleHuman::add(const JudgedSchedule &function) {
  const SourceFile *file = function.file();
  const bool is_judged = function.status() == FunctionStatus::Judged;
  if (file == nullptr || (!filter_.variable.empty() && is_judged && !function.hasVariable(filter_.variable)))
    return;
  TextGrid grid;
  grid.put(0, 0, "fn " + function.path(), TextStyle::Header);
  switch (function.status()) {
  case FunctionStatus::Judged:
    FunctionSheet(function, *file, filter_).draw(grid);
    break;
  case FunctionStatus::Rejected:
    grid.append(0, ": rejected, so it has no schedule", TextStyle::Plain);
    break;
  case FunctionStatus::Declined:
    grid.append(0, ": not judged", TextStyle::Plain);
    break;
  }
  // Ambiguities stand out as warnings do.
  grid.print(Level::Warning, color_, out_);
  out_ << '\n';
}

} // namespace lien
