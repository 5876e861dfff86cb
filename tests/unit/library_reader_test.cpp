// A library that is read item by item must be the library that is read as a whole.
#include "frontend/names/library.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace lien {

static llvm::ArrayRef<EmbeddedSource> embeddedSources() {
  std::size_t count = 0;
  while (embedded_sources[count].name != nullptr)
    ++count;
  return {embedded_sources, count};
}

static bool same(VisibilityScope a, VisibilityScope b) { return a.is_public == b.is_public && a.scope == b.scope; }

static bool sameDefinition(const NameTables &whole, const NameTables &lazy, DefId id) {
  const Def &a = whole.defs[id];
  const Def &b = lazy.defs[id];
  const bool same_text = a.poison == nullptr ? b.poison == nullptr : b.poison != nullptr && llvm::StringRef(a.poison) == b.poison;
  return a.kind == b.kind && a.crate == b.crate && a.name == b.name && a.name_span == b.name_span && a.span == b.span && a.parent == b.parent &&
         a.module == b.module && same(a.visibility, b.visibility) && same(a.constructor, b.constructor) && a.each_name == b.each_name &&
         a.each_type == b.each_type && a.index == b.index && a.derive == b.derive && a.derived_for == b.derived_for && same_text &&
         a.poison_is_library == b.poison_is_library && a.complete == b.complete && a.unstable == b.unstable && a.not_core == b.not_core && a.open == b.open &&
         whole.defs.children(id) == lazy.defs.children(id) && whole.defs.params(id) == lazy.defs.params(id) && lazy.defs.kindOf(id) == a.kind &&
         lazy.defs.nameOf(id) == a.name;
}

TEST_CASE("library: every definition read on demand is the one that reading everything gives") {
  REQUIRE(library_index != nullptr);
  const Library whole(embeddedSources());
  const Library lazy(embeddedSources(), *library_index);
  REQUIRE(lazy.symbols.size() == whole.symbols.size());
  bool same_symbols = true;
  for (std::uint32_t i = 0; i < whole.symbols.size(); ++i) {
    const llvm::StringRef text = whole.symbols.text(Symbol{i});
    same_symbols &= lazy.symbols.text(Symbol{i}) == text && lazy.symbols.find(text) == whole.symbols.find(text);
  }
  CHECK(same_symbols);
  CHECK(lazy.symbols.find("no_such_name_anywhere").empty());
  REQUIRE(lazy.tables.defs.size() == whole.tables.defs.size());
  std::size_t different = 0;
  for (std::size_t i = whole.tables.defs.size(); i-- > 0;) // backwards: the order of asking does not matter
    different += sameDefinition(whole.tables, lazy.tables, DefId(i)) ? 0 : 1;
  CHECK(different == 0);
  CHECK(lazy.tables.impls == whole.tables.impls);
  CHECK(lazy.tables.lang_items == whole.tables.lang_items);
  CHECK(lazy.tables.lang_of == whole.tables.lang_of);
  CHECK(lazy.tables.prelude == whole.tables.prelude);
}

TEST_CASE("library: the index binds the names that reading everything binds, and no others") {
  const Library whole(embeddedSources());
  const Library lazy(embeddedSources(), *library_index);
  CHECK(lazy.index->bindings.rows.size() == whole.tables.bindings().size());
  std::size_t different = 0;
  for (const auto &[key, binding] : whole.tables.bindings()) {
    const Binding *found = lazy.index->bindings.find(key);
    different += found != nullptr && found->kind == binding->kind && found->def == binding->def && found->is_macro == binding->is_macro &&
                         same(found->visibility, binding->visibility) && found->span == binding->span
                     ? 0
                     : 1;
  }
  CHECK(different == 0);
  CHECK(lazy.tables.declared(lazy.tables.root, symbolOf(sym::underscore), Namespace::Type) == nullptr);
  REQUIRE(lazy.tables.modules.size() == whole.tables.modules.size());
  for (std::size_t i = 0; i < whole.tables.modules.size(); ++i)
    CHECK(lazy.tables.modules[i].names.size() == whole.tables.modules[i].names.size());
}

TEST_CASE("library: threads may ask for the same items at once") {
  const Library lazy(embeddedSources(), *library_index);
  const auto sum = [&] {
    std::size_t total = 0;
    for (std::size_t i = 0; i < lazy.tables.defs.size(); ++i)
      total += lazy.tables.defs[DefId(i)].span.lo();
    return total;
  };
  std::size_t other = 0;
  std::thread thread([&] { other = sum(); });
  const std::size_t own = sum();
  thread.join();
  CHECK(own == other);
}

} // namespace lien
