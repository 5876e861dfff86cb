#include "diagnostics/render/text_grid.hpp"

#include "diagnostics/render/display_text.hpp"

#include <cstring>

namespace lien {

namespace {

using Color = llvm::raw_ostream::Colors;

Color levelColor(Level level) {
  switch (level) {
  case Level::Error:
    return Color::BRIGHT_RED;
  case Level::Warning:
    return Color::BRIGHT_YELLOW;
  case Level::Note:
    return Color::BRIGHT_GREEN;
  case Level::Help:
    return Color::BRIGHT_CYAN;
  }
  return Color::RESET;
}

void setStyle(TextStyle style, Level level, llvm::raw_ostream &out) {
  switch (style) {
  case TextStyle::Plain:
    out.resetColor();
    return;
  case TextStyle::Header:
    out.changeColor(Color::SAVEDCOLOR, /*Bold=*/true);
    return;
  case TextStyle::LevelName:
  case TextStyle::PrimaryMark:
    out.changeColor(levelColor(level), /*Bold=*/true);
    return;
  case TextStyle::LineNumber:
  case TextStyle::SecondaryMark:
    out.changeColor(Color::BRIGHT_BLUE, /*Bold=*/true);
    return;
  case TextStyle::Addition:
    out.changeColor(Color::BRIGHT_GREEN);
    return;
  case TextStyle::Removal:
    out.changeColor(Color::BRIGHT_RED);
    return;
  }
}

} // namespace

void TextGrid::touch(std::size_t row) {
  if (row >= rows_.size())
    rows_.resize(row + 1);
}

void TextGrid::put(std::size_t row, std::size_t column, llvm::StringRef text, TextStyle style) {
  touch(row);
  std::vector<Cell> &cells = rows_[row];
  while (!text.empty()) {
    llvm::StringRef scalar = takeScalar(text);
    if (column >= cells.size())
      cells.resize(column + 1);
    Cell &cell = cells[column++];
    cell.length = static_cast<std::uint8_t>(std::min<std::size_t>(scalar.size(), sizeof cell.bytes));
    std::memcpy(cell.bytes, scalar.data(), cell.length);
    cell.style = style;
  }
}

void TextGrid::append(std::size_t row, llvm::StringRef text, TextStyle style) { put(row, columns(row), text, style); }

void TextGrid::print(Level level, bool color, llvm::raw_ostream &out) const {
  for (const std::vector<Cell> &cells : rows_) {
    TextStyle current = TextStyle::Plain;
    for (const Cell &cell : cells) {
      if (color && cell.style != current) {
        if (current != TextStyle::Plain)
          out.resetColor();
        if (cell.style != TextStyle::Plain)
          setStyle(cell.style, level, out);
        current = cell.style;
      }
      out.write(cell.bytes, cell.length);
    }
    if (color && current != TextStyle::Plain)
      out.resetColor();
    out << '\n';
  }
}

} // namespace lien
