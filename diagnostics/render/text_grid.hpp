// A sheet of styled characters on which a finding is drawn before it is printed.
//
// Labels and connecting lines are placed by row and column, in any order, later marks over earlier ones; a stream could not do that.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien {

enum class TextStyle : std::uint8_t { Plain, Header, LevelName, LineNumber, PrimaryMark, SecondaryMark, Addition, Removal };

class TextGrid {
public:
  /// Writes text at a position; each scalar value fills one cell. Cells to the left that do not exist become spaces.
  void put(std::size_t row, std::size_t column, llvm::StringRef text, TextStyle style);
  void append(std::size_t row, llvm::StringRef text, TextStyle style);
  /// Makes the row exist, empty.
  void touch(std::size_t row);
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  /// Cells of a row so far.
  [[nodiscard]] std::size_t columns(std::size_t row) const { return row < rows_.size() ? rows_[row].size() : 0; }
  /// Prints all rows, each ended by a line break. `level` gives primary marks and the level's name their colour.
  void print(Level level, bool color, llvm::raw_ostream &out) const;

private:
  struct Cell {
    char bytes[4] = {' ', 0, 0, 0};
    std::uint8_t length = 1;
    TextStyle style = TextStyle::Plain;
  };
  std::vector<std::vector<Cell>> rows_;
};

} // namespace lien
