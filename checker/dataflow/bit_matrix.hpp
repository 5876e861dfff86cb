// Rows of bits in one piece of memory: the sets of a dataflow analysis, one row for each block.
//
// A vector of bit vectors would cost an allocation for each block; here a body costs one, and the memory is used again for the next body.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <bit>
#include <cstdint>
#include <vector>

namespace lien {

using BitWord = std::uint64_t;
inline constexpr std::uint32_t bits_per_word = 64;
using BitRow = llvm::MutableArrayRef<BitWord>;
using ConstBitRow = llvm::ArrayRef<BitWord>;

inline bool testBit(ConstBitRow row, std::uint32_t bit) { return (row[bit / bits_per_word] >> (bit % bits_per_word) & 1U) != 0; }
inline void setBit(BitRow row, std::uint32_t bit) { row[bit / bits_per_word] |= BitWord{1} << (bit % bits_per_word); }
inline void clearBit(BitRow row, std::uint32_t bit) { row[bit / bits_per_word] &= ~(BitWord{1} << (bit % bits_per_word)); }

/// Calls `each` with every bit that is set, ascending.
template <typename Each> void forEachBit(ConstBitRow row, Each each) {
  for (std::uint32_t word = 0; word < row.size(); ++word)
    for (BitWord rest = row[word]; rest != 0; rest &= rest - 1)
      each((word * bits_per_word) + static_cast<std::uint32_t>(std::countr_zero(rest)));
}

class BitMatrix {
public:
  /// All bits clear; keeps the memory of an earlier, larger use.
  void reset(std::uint32_t rows, std::uint32_t bits) {
    words_ = (bits + bits_per_word - 1) / bits_per_word;
    data_.assign(std::size_t{rows} * words_, 0);
  }
  [[nodiscard]] BitRow operator[](std::uint32_t row) { return BitRow(data_).slice(std::size_t{row} * words_, words_); }
  [[nodiscard]] ConstBitRow operator[](std::uint32_t row) const { return ConstBitRow(data_).slice(std::size_t{row} * words_, words_); }
  [[nodiscard]] std::uint32_t wordsPerRow() const { return words_; }

private:
  std::uint32_t words_ = 0;
  std::vector<BitWord> data_;
};

} // namespace lien
