// Building the library's crate from its embedded source: as a whole, or item by item with the index.
#include "frontend/names/library.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/names/collect.hpp"
#include "frontend/names/import_check.hpp"
#include "frontend/names/library_reader.hpp"

namespace lien {

Library::Library(llvm::ArrayRef<EmbeddedSource> embedded) : known(symbols), tables(nullptr, known, symbols) {
  files.reserve(embedded.size());
  std::vector<CrateFile> crate;
  for (const EmbeddedSource &source : embedded) {
    const FileId file = sources.add(source.name, source.text);
    files.push_back(parseFile(sources.file(file), symbols, SourceMode::Library));
    if (!files.back().errors.empty())
      invariantBroken(std::string("the library's source does not parse: ") + source.name + ": " + files.back().errors.front().message);
    crate.push_back({&files.back(), nullptr});
  }
  tables.lang_items.resize(static_cast<std::size_t>(LangItem::Count));
  Collector(tables, types, &sources).collect(crate);
  NameLookup lookup(tables);
  lookup.resolveImports();
  declareImports(tables);
  lookup.expandGlobs();
  tables.prelude = {};
  const Binding *prelude = tables.declared(tables.root, symbols.find("prelude"), Namespace::Type);
  if (prelude != nullptr)
    if (const Binding *version = tables.declared(prelude->def, symbols.find("v1"), Namespace::Type))
      tables.prelude = version->def;
}

Library::Library(llvm::ArrayRef<EmbeddedSource> embedded, const LibraryIndex &indexed)
    : symbols(indexed.symbols), known(symbols), tables(nullptr, known, symbols), index(&indexed) {
  for (const EmbeddedSource &source : embedded)
    sources.add(source.name, source.text);
  reader_ = std::make_unique<LibraryReader>(*this);
}

Library::~Library() = default;

const Library &embeddedLibrary() {
  static const Library library = [] {
    std::size_t count = 0;
    while (embedded_sources[count].name != nullptr)
      ++count;
    const llvm::ArrayRef<EmbeddedSource> sources(embedded_sources, count);
    return library_index == nullptr ? Library(sources) : Library(sources, *library_index);
  }();
  return library;
}

std::shared_ptr<const Library> makeLibrary(llvm::ArrayRef<EmbeddedSource> sources) { return std::make_shared<const Library>(sources); }

const SymbolTable &librarySymbols(const Library &library) { return library.symbols; }

const SourceMap &librarySources(const Library &library) { return library.sources; }

} // namespace lien
