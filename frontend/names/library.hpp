// The library's crate: parsed, collected and resolved once, then read-only. Internal to `frontend/names`.
#pragma once

#include "frontend/names/known_names.hpp"
#include "frontend/names/name_tables.hpp"

namespace lien {

class Library {
public:
  explicit Library(llvm::ArrayRef<EmbeddedSource> embedded);

  SymbolTable symbols;
  SourceMap sources;
  KnownNames known;
  TypeStore types; ///< only for the handles of primitive types, which are the same in every store
  std::vector<ParsedFile> files;
  NameTables tables;
};

} // namespace lien
