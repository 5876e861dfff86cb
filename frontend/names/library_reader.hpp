// Reads the library's items one by one, when they are first asked for. Internal to `frontend/names`.
#pragma once

#include "frontend/names/library.hpp"

#include <deque>
#include <mutex>

namespace lien {

class LibraryReader final : public DefinitionReader {
public:
  /// Fills the library's tables with what its index says and makes its definitions lazy.
  explicit LibraryReader(Library &library);

  void read(DefId id) override;

private:
  struct ReadItem {
    ReadItem(ParsedFile file, const NameTables &library, const IndexedItem &indexed)
        : parsed(std::move(file)), tables(library, DefId(indexed.first), indexed.count) {}
    ParsedFile parsed;
    NameTables tables;
  };
  void addModules();
  void addUnknowns();

  Library &library_;
  const LibraryIndex &index_;
  std::mutex mutex_;
  std::deque<ReadItem> items_;
};

} // namespace lien
