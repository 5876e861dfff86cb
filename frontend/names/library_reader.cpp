// From an item's place in the index to its definitions: its text alone is parsed and collected.
#include "frontend/names/library_reader.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/names/collect.hpp"

namespace lien {

LibraryReader::LibraryReader(Library &library) : library_(library), index_(*library.index) {
  NameTables &tables = library.tables;
  tables.defs.makeLazy(*this, index_.kinds, index_.names);
  tables.root = tables.library_root = index_.modules.front().id;
  tables.prelude = index_.prelude;
  tables.frozen = tables.is_indexed = true;
  tables.index = &index_.bindings;
  tables.impls = index_.impls.vec();
  tables.lang_items = index_.lang_items.vec();
  for (const IndexedLang &lang : index_.lang_of)
    tables.lang_of[lang.id.value] = lang.item;
  addModules();
  addUnknowns();
}

void LibraryReader::addUnknowns() {
  for (const IndexedUnknown &indexed : index_.unknowns)
    library_.tables.defs.provide(indexed.id, library_.tables.poisonedDef(indexed.name, indexed.span, indexed.module, indexed.what, true), {});
}

void LibraryReader::addModules() {
  NameTables &tables = library_.tables;
  std::uint32_t child = 0;
  std::uint32_t name = 0;
  for (const IndexedModule &indexed : index_.modules) {
    Def def;
    def.kind = DefKind::Mod;
    def.crate = CrateKind::Library;
    def.name = indexed.name;
    def.name_span = indexed.name_span;
    def.span = indexed.span;
    def.parent = def.module = indexed.parent;
    def.visibility = indexed.visibility;
    def.complete = indexed.complete;
    def.unstable = indexed.unstable;
    def.not_core = indexed.not_core;
    def.index = static_cast<std::uint32_t>(tables.modules.size());
    tables.defs.provide(indexed.id, def, index_.module_children.slice(child, indexed.children - child));
    Module &module = tables.modules.emplace_back();
    module.def = indexed.id;
    module.parent = indexed.parent;
    module.names = index_.module_names.slice(name, indexed.names - name).vec();
    child = indexed.children;
    name = indexed.names;
  }
}

void LibraryReader::read(DefId id) {
  const std::scoped_lock lock(mutex_);
  Definitions &defs = library_.tables.defs;
  if (defs.isRead(id))
    return; // by another thread
  const auto *after =
      std::upper_bound(index_.items.begin(), index_.items.end(), id.value, [](std::uint32_t at, const IndexedItem &item) { return at < item.first; });
  require(after != index_.items.begin(), "every definition of the library belongs to an item or is a module");
  const IndexedItem &indexed = *std::prev(after);
  const SourceFile text("", library_.sources.text(indexed.span).str(), indexed.span.lo());
  SymbolTable symbols(&library_.symbols);
  ReadItem &item = items_.emplace_back(parseFile(text, symbols, SourceMode::Library), library_.tables, indexed);
  require(item.parsed.errors.empty() && item.parsed.file.items.size() == 1, "an item's text holds that item");
  require(symbols.size() == library_.symbols.size(), "the library's index holds every symbol");
  Collector(item.tables, library_.types, &library_.sources).collectItem(*item.parsed.file.items.front(), indexed.module);
  require(item.tables.defs.size() == indexed.first + indexed.count, "an item has as many definitions as its index says");
  defs.provide(item.tables.defs);
}

} // namespace lien
