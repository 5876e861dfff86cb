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

std::uint32_t SymbolTable::findInBases(llvm::StringRef text, std::uint32_t hash) const {
  for (const SymbolTable *table = base_; table != nullptr; table = table->base_) {
    auto found = table->map_.find(text, hash);
    if (found != table->map_.end())
      return found->second;
  }
  return 0;
}

Symbol SymbolTable::intern(llvm::StringRef text) {
  const std::uint32_t hash = llvm::StringMapImpl::hash(text);
  if (base_ != nullptr) {
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
  const std::uint32_t hash = llvm::StringMapImpl::hash(text);
  auto found = map_.find(text, hash);
  return Symbol{found != map_.end() ? found->second : findInBases(text, hash)};
}

llvm::StringRef SymbolTable::text(Symbol symbol) const {
  const SymbolTable *table = this;
  while (symbol.value < table->first_)
    table = table->base_;
  return table->texts_[symbol.value - table->first_];
}

} // namespace lien
