// The symbol table: hashing is done once per look-up, whatever the number of levels.
#include "frontend/syntax/symbols.hpp"

#include "diagnostics/internal_error.hpp"

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

std::uint32_t SymbolTable::hashOf(llvm::StringRef text) { return llvm::StringMapImpl::hash(text); }

std::uint32_t SymbolIndex::find(llvm::StringRef wanted, std::uint32_t hash) const {
  const std::size_t mask = buckets.size() - 1;
  for (std::size_t at = hash & mask; buckets[at] != 0; at = (at + 1) & mask)
    if (text(buckets[at]) == wanted)
      return buckets[at];
  return 0;
}

std::uint32_t SymbolTable::findInBases(llvm::StringRef text, std::uint32_t hash) const {
  for (const SymbolTable *table = this;; table = table->base_) {
    if (table->index_ != nullptr)
      if (const std::uint32_t found = table->index_->find(text, hash))
        return found;
    if (table->base_ == nullptr)
      return 0;
    auto found = table->base_->map_.find(text, hash);
    if (found != table->base_->map_.end())
      return found->second;
  }
}

Symbol SymbolTable::intern(llvm::StringRef text) {
  const std::uint32_t hash = hashOf(text);
  if (base_ != nullptr || index_ != nullptr) {
    if (text.empty())
      return Symbol{};
    if (const std::uint32_t found = findInBases(text, hash))
      return Symbol{found};
  }
  auto [entry, inserted] = map_.try_emplace_with_hash(text, hash, size());
  if (inserted)
    texts_.push_back(entry->first());
  return Symbol{entry->second};
}

Symbol SymbolTable::find(llvm::StringRef text) const {
  const std::uint32_t hash = hashOf(text);
  auto found = map_.find(text, hash);
  return Symbol{found != map_.end() ? found->second : findInBases(text, hash)};
}

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
