// The symbol table: hashing is done once per look-up, whatever the number of levels.
#include "frontend/syntax/symbols.hpp"

#include "diagnostics/internal_error.hpp"

#include <cstring>

namespace lien {

SymbolTable::SymbolTable() {
  texts_.reserve(sym::predefined_count);
  static constexpr const char *predefined[] = {
      "",
#define LIEN_SYMBOL(Name, Text) Text,
#include "frontend/syntax/symbols.def"
  };
  for (const char *text : predefined)
    intern(text);
  require(size() == sym::predefined_count, "predefined symbols are distinct");
}

SymbolTable::SymbolTable(const SymbolTable *base) : base_(base), first_(base->size()) {}

SymbolTable::SymbolTable(const SymbolIndex &index) : index_(&index), first_(static_cast<std::uint32_t>(index.ends.size())) {}

/// Names are short: two overlapping words cover most.
std::uint32_t SymbolTable::hashOf(llvm::StringRef text) {
  const char *at = text.data();
  std::size_t left = text.size();
  const auto word = [](const char *from) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
  };
  const auto half = [](const char *from) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return static_cast<std::uint64_t>(bytes);
  };
  const auto byte = [&](std::size_t index) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[index])); };
  Hasher hasher;
  for (; left > 8; left -= 8, at += 8)
    hasher.add(word(at));
  std::uint64_t rest = 0;
  if (left >= 4)
    rest = half(at) | half(at + left - 4) << 32U;
  else if (left != 0)
    rest = byte(0) | byte(left / 2) << 8U | byte(left - 1) << 16U;
  hasher.add(rest ^ static_cast<std::uint64_t>(text.size()) << 56U);
  return hasher.finish();
}

std::uint32_t SymbolIndex::find(llvm::StringRef wanted, std::uint32_t hash) const {
  const std::size_t mask = buckets.size() - 1;
  for (std::size_t at = hash & mask; buckets[at] != 0; at = (at + 1) & mask)
    if (text(buckets[at]) == wanted)
      return buckets[at];
  return 0;
}

std::uint32_t SymbolTable::findHashed(llvm::StringRef text, std::uint32_t hash) const {
  for (const SymbolTable *table = this; table != nullptr; table = table->base_) {
    if (const std::uint32_t found = table->findOwn(text, hash))
      return found;
    if (table->index_ != nullptr)
      if (const std::uint32_t found = table->index_->find(text, hash))
        return found;
  }
  return 0;
}

Symbol SymbolTable::intern(llvm::StringRef text) {
  if (text.empty() && size() != 0)
    return Symbol{};
  const std::uint32_t hash = hashOf(text);
  if (const std::uint32_t found = findHashed(text, hash))
    return Symbol{found};
  const std::uint32_t number = size();
  own_.insert(hash, number - first_);
  texts_.push_back(text.copy(arena_));
  return Symbol{number};
}

Symbol SymbolTable::find(llvm::StringRef text) const { return Symbol{findHashed(text, hashOf(text))}; }

llvm::StringRef SymbolTable::text(Symbol symbol) const {
  const SymbolTable *table = this;
  while (symbol.value < table->first_) {
    if (table->index_ != nullptr)
      return table->index_->text(symbol.value);
    table = table->base_;
  }
  return table->texts_[symbol.value - table->first_];
}

} // namespace lien
