// Writes the library's index as C++ source: a program of the build, not of Lien. It reads the whole library as Lien would without an index.
#include "diagnostics/internal_error.hpp"
#include "frontend/names/library.hpp"
#include "frontend/types/program_impl.hpp"

#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace lien {

const LibraryIndex *const library_index = nullptr;

namespace {

class IndexWriter {
public:
  IndexWriter(const Library &library, Program &program, llvm::raw_ostream &out)
      : library_(library), tables_(library.tables), defs_(library.tables.defs), program_(program), out_(out) {}

  void write() {
    out_ << "// Generated from the library's source; do not edit.\n#include \"frontend/names/library_index.hpp\"\n\nnamespace lien {\n\nnamespace {\n\n";
    symbols();
    definitions();
    items();
    modules();
    bindings();
    impls();
    traitItems();
    array("DefId", "lang_items", tables_.lang_items, [&](DefId id) { def(id); });
    langOf();
    out_ << "} // namespace\n\nstatic constexpr LibraryIndex index_data = {{symbol_texts, symbol_ends, symbol_buckets}, definition_kinds, definition_names, "
            "items, modules, module_children, module_names, unknowns, {binding_rows, binding_buckets}, impls, trait_impls, inherent_impls, trait_items, "
            "lang_items, lang_of, ";
    def(tables_.prelude);
    out_ << "};\nconst LibraryIndex *const library_index = &index_data;\n\n} // namespace lien\n";
  }

private:
  template <typename List, typename Print> void array(const char *type, const char *name, const List &list, Print print) {
    out_ << "constexpr " << type << " " << name << "[] = {";
    std::size_t count = 0;
    for (const auto &element : list) {
      out_ << (count++ % 16 == 0 ? "\n" : "");
      print(element);
      out_ << ",";
    }
    if (count == 0)
      out_ << "{}"; // no array is empty
    out_ << "\n};\n\n";
  }
  void number(std::uint64_t value) { out_ << value; }
  void def(DefId id) {
    if (id.isValid())
      out_ << "DefId(" << id.value << ")";
    else
      out_ << "DefId()";
  }
  void span(Span span) { out_ << "Span(" << span.lo() << "," << span.hi() << ")"; }
  void scope(VisibilityScope scope) {
    out_ << "{" << (scope.is_public ? "true" : "false") << ",";
    def(scope.scope);
    out_ << "}";
  }

  /// An open hash table of positions from 1 on: the smallest power of two that leaves half of it empty.
  static std::vector<std::uint32_t> buckets(llvm::ArrayRef<std::size_t> hashes, std::uint32_t first) {
    std::size_t size = 2;
    while (size < hashes.size() * 2)
      size *= 2;
    std::vector<std::uint32_t> table(size);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      std::size_t at = hashes[i] & (size - 1);
      while (table[at] != 0)
        at = (at + 1) & (size - 1);
      table[at] = first + static_cast<std::uint32_t>(i);
    }
    return table;
  }

  void symbols() {
    std::vector<std::uint32_t> ends;
    std::vector<std::size_t> hashes;
    std::uint32_t end = 0;
    out_ << "constexpr char symbol_texts[] = \"\"";
    for (std::uint32_t i = 0; i < library_.symbols.size(); ++i) {
      const llvm::StringRef text = library_.symbols.text(Symbol{i});
      out_ << "\n\"";
      out_.write_escaped(text);
      out_ << '"';
      ends.push_back(end += static_cast<std::uint32_t>(text.size()));
      if (i != 0)
        hashes.push_back(SymbolTable::hashOf(text));
    }
    out_ << ";\n\n";
    array("std::uint32_t", "symbol_ends", ends, [&](std::uint32_t value) { number(value); });
    array("std::uint32_t", "symbol_buckets", buckets(hashes, 1), [&](std::uint32_t value) { number(value); });
  }

  void definitions() {
    std::vector<std::uint32_t> kinds;
    std::vector<std::uint32_t> names;
    for (std::size_t i = 0; i < defs_.size(); ++i) {
      require(defs_[DefId(i)].kind != DefKind::Block, "no item of the library stands in a block");
      kinds.push_back(static_cast<std::uint32_t>(defs_[DefId(i)].kind));
      names.push_back(defs_[DefId(i)].name.value);
    }
    array("std::uint8_t", "definition_kinds", kinds, [&](std::uint32_t value) { number(value); });
    array("std::uint32_t", "definition_names", names, [&](std::uint32_t value) { number(value); });
  }

  void items() {
    std::size_t end = 0;
    std::size_t count = tables_.modules.size();
    array("IndexedItem", "items", tables_.extents, [&](const ItemExtent &extent) {
      count += extent.count;
      end = std::max(end, extent.first.index() + extent.count);
      Span whole = extent.item->span;
      for (const ast::Attribute &attribute : extent.item->attributes)
        whole = whole.to(attribute.span);
      out_ << "{" << extent.first.value << "," << extent.count << ",";
      def(extent.module);
      out_ << ",";
      span(whole);
      out_ << "}";
    });
    std::vector<DefId> unknowns;
    for (; end < defs_.size(); ++end)
      unknowns.emplace_back(end);
    array("IndexedUnknown", "unknowns", unknowns, [&](DefId id) {
      const Def &data = defs_[id];
      require(data.kind == DefKind::Poisoned && data.poison != nullptr && data.poison_is_library, "an import may be of something unknown, but not wrong");
      out_ << "{";
      def(id);
      out_ << ",";
      def(data.module);
      out_ << ",Symbol{" << data.name.value << "},";
      span(data.span);
      out_ << ",\"";
      out_.write_escaped(data.poison);
      out_ << "\"}";
    });
    require(count + unknowns.size() == defs_.size(), "every definition of the library is a module, or belongs to an item or import of one");
  }

  void modules() {
    std::vector<DefId> children;
    std::vector<Module::Name> names;
    array("IndexedModule", "modules", tables_.modules, [&](const Module &module) {
      const Def &data = defs_[module.def];
      llvm::append_range(children, defs_.children(module.def));
      names.insert(names.end(), module.names.begin(), module.names.end());
      require(!data.open && data.poison == nullptr, "every module of the library is known");
      out_ << "{";
      def(module.def);
      out_ << ",";
      def(data.parent);
      out_ << ",Symbol{" << data.name.value << "},";
      span(data.name_span);
      out_ << ",";
      span(data.span);
      out_ << ",";
      scope(data.visibility);
      out_ << "," << (data.complete ? "true," : "false,") << (data.unstable ? "true," : "false,") << (data.not_core ? "true," : "false,") << children.size()
           << "," << names.size() << "}";
    });
    array("DefId", "module_children", children, [&](DefId id) { def(id); });
    array("Module::Name", "module_names", names,
          [&](const Module::Name &name) { out_ << "{Symbol{" << name.name.value << "},Namespace(" << static_cast<int>(name.ns) << ")}"; });
  }

  void bindings() {
    std::vector<std::pair<std::uint64_t, const Binding *>> rows(tables_.bindings().begin(), tables_.bindings().end());
    llvm::sort(rows, [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::size_t> hashes;
    array("NameIndex::Row", "binding_rows", rows, [&](const auto &row) {
      const Binding &binding = *row.second;
      require(binding.other == nullptr, "no name of the library is ambiguous");
      hashes.push_back(NameIndex::hashOf(row.first));
      out_ << "{" << row.first << "ULL,{Binding::Kind(" << static_cast<int>(binding.kind) << "),false," << (binding.is_macro ? "true," : "false,");
      def(binding.def);
      out_ << ",";
      scope(binding.visibility);
      out_ << ",";
      span(binding.span);
      out_ << ",nullptr}}";
    });
    array("std::uint32_t", "binding_buckets", buckets(hashes, 1), [&](std::uint32_t value) { number(value); });
  }

  void impls() {
    std::vector<IndexedImpl> of_traits;
    std::vector<IndexedImpl> inherent;
    for (const DefId impl : tables_.impls) {
      const Program::Impl::ImplHead head = program_.queries().implHead(impl);
      if (head.inherent)
        inherent.push_back({{}, head.shape.key(), impl});
      else if (head.trait.isValid())
        of_traits.push_back({head.trait, head.shape.key(), impl});
    }
    llvm::stable_sort(of_traits, [](const IndexedImpl &a, const IndexedImpl &b) { return a.trait < b.trait; });
    llvm::stable_sort(inherent, [](const IndexedImpl &a, const IndexedImpl &b) { return a.shape < b.shape; });
    const auto print = [&](const IndexedImpl &impl) {
      out_ << "{";
      def(impl.trait);
      out_ << "," << impl.shape << "ULL,";
      def(impl.impl);
      out_ << "}";
    };
    array("DefId", "impls", tables_.impls, [&](DefId id) { def(id); });
    array("IndexedImpl", "trait_impls", of_traits, print);
    array("IndexedImpl", "inherent_impls", inherent, print);
  }

  void traitItems() {
    std::vector<IndexedTraitItem> items;
    for (std::size_t i = 0; i < defs_.size(); ++i)
      if (const DefId trait(i); defs_[trait].kind == DefKind::Trait)
        for (const DefId item : defs_.children(trait))
          items.push_back({defs_[item].name, item});
    llvm::stable_sort(items, [](const IndexedTraitItem &a, const IndexedTraitItem &b) { return a.name.value < b.name.value; });
    array("IndexedTraitItem", "trait_items", items, [&](const IndexedTraitItem &item) {
      out_ << "{Symbol{" << item.name.value << "},";
      def(item.item);
      out_ << "}";
    });
  }

  void langOf() {
    std::vector<std::pair<std::uint32_t, LangItem>> rows(tables_.lang_of.begin(), tables_.lang_of.end());
    llvm::sort(rows);
    array("IndexedLang", "lang_of", rows, [&](const auto &row) {
      out_ << "{";
      def(DefId(row.first));
      out_ << ",LangItem(" << static_cast<unsigned>(row.second) << ")}";
    });
  }

  const Library &library_;
  const NameTables &tables_;
  const Definitions &defs_;
  Program &program_;
  llvm::raw_ostream &out_;
};

} // namespace

} // namespace lien

int main(int argc, char **argv) {
  using namespace lien;
  std::error_code failed;
  llvm::raw_fd_ostream out(argc > 1 ? argv[1] : "-", failed);
  if (failed) {
    llvm::errs() << "cannot write " << argv[1] << ": " << failed.message() << "\n";
    return 1;
  }
  try {
    const Library &library = embeddedLibrary();
    SymbolTable symbols(&library.symbols);
    TypeStore types;
    const std::unique_ptr<Resolver> resolver = resolveCrate(library, symbols, {}, types);
    Program program(*resolver, types);
    IndexWriter(library, program, out).write();
  } catch (const InternalError &error) {
    llvm::errs() << error.what() << "\n";
    return 1;
  }
  return 0;
}
