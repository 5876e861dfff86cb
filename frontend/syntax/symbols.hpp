// Interned names: one 32-bit symbol for each distinct identifier, lifetime name or literal text.
//
// The library's table is filled once and frozen; the table of a user's crate sits on top of it and never changes it, so files can be judged in parallel.
#pragma once

#include "frontend/syntax/hash_index.hpp"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace lien {

/// Equal symbols, equal text. The number never decides an order of output.
struct Symbol {
  std::uint32_t value = 0; ///< 0 is the empty text
  [[nodiscard]] constexpr bool empty() const { return value == 0; }
  friend constexpr bool operator==(Symbol, Symbol) = default;
};

/// Symbols that the C++ code must know by name: keywords used as names and names in attributes or built-in macros. Interned first, in this order.
namespace sym {
enum Predefined : std::uint32_t {
  empty_text,
#define LIEN_SYMBOL(Name, Text) Name,
#include "frontend/syntax/symbols.def"
  predefined_count,
  underscore = kw__ ///< `_`
};
} // namespace sym

constexpr bool operator==(Symbol symbol, sym::Predefined predefined) { return symbol.value == static_cast<std::uint32_t>(predefined); }
constexpr Symbol symbolOf(sym::Predefined predefined) { return Symbol{static_cast<std::uint32_t>(predefined)}; }

/// A table as constant data. `buckets` is an open hash table, twice as large as it need be, of symbols; 0 where there is none.
struct SymbolIndex {
  const char *texts = nullptr;
  llvm::ArrayRef<std::uint32_t> ends; ///< where each symbol's text ends; it begins where the one before ends
  llvm::ArrayRef<std::uint32_t> buckets;
  [[nodiscard]] std::uint32_t find(llvm::StringRef wanted, std::uint32_t hash) const;
  [[nodiscard]] llvm::StringRef text(std::uint32_t symbol) const {
    const std::uint32_t begin = symbol == 0 ? 0 : ends[symbol - 1];
    return {texts + begin, ends[symbol] - begin};
  }
};

class SymbolTable {
public:
  /// A table with the predefined symbols, or one on top of a frozen `base`, or one that holds what was indexed.
  SymbolTable();
  explicit SymbolTable(const SymbolTable *base);
  explicit SymbolTable(const SymbolIndex &index);
  static std::uint32_t hashOf(llvm::StringRef text);

  Symbol intern(llvm::StringRef text);
  /// The symbol of a text that was interned before; the empty symbol if it was not.
  [[nodiscard]] Symbol find(llvm::StringRef text) const;
  [[nodiscard]] llvm::StringRef text(Symbol symbol) const;
  [[nodiscard]] std::uint32_t size() const { return first_ + static_cast<std::uint32_t>(texts_.size()); }

private:
  /// Looks in this table and in the frozen ones below; the hash is computed once for all levels. 0: nowhere.
  [[nodiscard]] std::uint32_t findHashed(llvm::StringRef text, std::uint32_t hash) const;
  [[nodiscard]] std::uint32_t findOwn(llvm::StringRef text, std::uint32_t hash) const {
    const std::uint32_t found = own_.find(hash, [&](std::uint32_t number) { return texts_[number] == text; });
    return found == HashIndex::none ? 0 : first_ + found;
  }

  const SymbolTable *base_ = nullptr;
  const SymbolIndex *index_ = nullptr; ///< the first symbols
  std::uint32_t first_ = 0;
  HashIndex own_{64};
  std::vector<llvm::StringRef> texts_;
  llvm::BumpPtrAllocator arena_; ///< the texts
};

} // namespace lien

template <> struct std::hash<lien::Symbol> {
  std::size_t operator()(lien::Symbol symbol) const noexcept { return symbol.value; }
};
