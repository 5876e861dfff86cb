// The library's crate: parsed, collected and resolved once, then read-only. Internal to `frontend/names`.
#pragma once

#include "frontend/names/known_names.hpp"
#include "frontend/names/library_index.hpp"
#include "frontend/names/name_tables.hpp"

namespace lien {

class LibraryReader;

class Library {
public:
  /// Reads everything.
  explicit Library(llvm::ArrayRef<EmbeddedSource> embedded);
  /// Reads each item when it is first asked for.
  Library(llvm::ArrayRef<EmbeddedSource> embedded, const LibraryIndex &indexed);
  ~Library();

  SymbolTable symbols;
  SourceMap sources;
  KnownNames known;
  TypeStore types; ///< only for the handles of primitive types, which are the same in every store
  std::vector<ParsedFile> files;
  NameTables tables;
  const LibraryIndex *index = nullptr;

private:
  std::unique_ptr<LibraryReader> reader_;
};

} // namespace lien
