// The tables of one crate's names: modules, what each declares or imports, and lookups in them.
//
// One hash map for all modules of a crate, keyed by (module, namespace, name), is smaller and quicker than a map for each of thousands of modules. The
// library's tables are frozen and shared by all threads; a user's tables sit on top and never change them. Internal to `frontend/names`.
#pragma once

#include "frontend/names/resolver.hpp"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <array>
#include <deque>

namespace lien {

class KnownNames;

inline constexpr std::size_t namespace_count = 3;

/// What a name means in a module.
struct Binding {
  enum class Kind : std::uint8_t { Item, Import, Glob } kind{};
  bool ambiguous = false; ///< Glob: two globs bring different definitions
  bool is_macro = false;  ///< a built-in macro: no definition stands behind it
  DefId def;
  VisibilityScope visibility;
  Span span;                      ///< Item: its head; Import, Glob: the use tree
  const Binding *other = nullptr; ///< ambiguous: the second meaning
};

/// The answer of a lookup.
struct Found {
  const Binding *binding = nullptr;
  /// Nothing was found, but the name may exist all the same: in a library module whose names are not all declared …
  DefId partial;
  /// … or because of an item that could not be read, or a glob import from an unknown place.
  bool open = false;
  bool silent = false;    ///< open because of a mistake, which is reported where it stands: a glob import that failed …
  bool no_source = false; ///< … or source that could not be had or read; then imports say nothing either
};

/// Work with a result, done on demand: a prefix of a use tree or a leaf of it.
struct ImportTask {
  enum class State : std::uint8_t { Pending, Active, Done } state{};
  std::uint32_t depth = 0; ///< while active: position on the stack of active tasks
};

/// How the path of a `use` failed.
enum class PathFailure : std::uint8_t {
  None,
  NotFound,  ///< no such name in the module before it
  NotModule, ///< the name means something that holds no names
  TooManySupers,
  NoCrate, ///< `::name`: no such crate
  Silent,  ///< a mistake was, or will be, reported elsewhere
};

/// The inner node of a use tree: its path means a module, an enum or a trait.
struct ImportPrefix : ImportTask {
  std::uint32_t parent = UINT32_MAX; ///< the enclosing group's prefix
  const ast::UseTree *tree = nullptr;
  std::uint32_t path_count = 0; ///< segments of the tree's path that belong to the prefix (a leaf's last one does not)
  std::uint32_t use = 0;
  DefId target;                       ///< invalid: failed, unknown, or an empty prefix at the top
  bool empty = false;                 ///< nothing written yet: what follows is looked up lexically
  bool unknown = false;               ///< a poisoned or undeclared name: what is imported is unknown too
  const char *unknown_what = nullptr; ///< unknown: the name for the decline
  bool unknown_is_library = false;
  bool through_core = false;
  PathFailure failure = PathFailure::None;
  std::uint32_t failed_segment = 0;
  DefId failed_in;                                                       ///< NotFound: where; NotModule: what it is
  llvm::SmallVector<std::pair<std::uint32_t, const Binding *>, 1> named; ///< segments and what they mean, for privacy
};

/// A leaf: one name, or a glob.
struct Import : ImportTask {
  std::uint32_t prefix = 0;
  const ast::UseTree *tree = nullptr;
  std::uint32_t use = 0;
  Symbol target; ///< the name it declares; empty for a glob and for `as _`
  VisibilityScope visibility;
  bool is_glob = false;
  bool is_self = false; ///< `{self}`: the prefix itself, in the type namespace
  bool unknown = false;
  bool failed = false;
  std::uint32_t next_same_name = UINT32_MAX;
  std::array<const Binding *, namespace_count> results{};
  const Binding *hidden = nullptr; ///< found, but private to where it is declared
  Found missing;                   ///< nothing found: whether the name may exist all the same
};

/// One `use` item.
struct UseDeclaration {
  const ast::UseItem *item = nullptr;
  DefId module;
};

struct Module {
  DefId def;
  DefId parent; ///< the enclosing Mod or Block; invalid for a crate root
  struct Name {
    Symbol name;
    Namespace ns{};
  };
  std::vector<Name> names;            ///< items and, once imports are resolved, named imports: in order of appearance
  std::vector<std::uint32_t> globs;   ///< imports
  std::vector<std::uint32_t> unnamed; ///< `as _` imports
};

/// A variable of an enclosing function, as seen from an item declared inside it: naming it is E0434. A chain, innermost first; `block` is valid in the
/// marks that stand for a block with items.
struct OuterLocal {
  Symbol name;
  DefId block;
  const OuterLocal *outer = nullptr;
};

/// `pub(in path)`: judged when imports are resolved.
struct RestrictedVisibility {
  const ast::Path *path = nullptr;
  DefId module;
};

/// What (module, namespace, name) a binding belongs to, as one number.
constexpr std::uint64_t nameKey(DefId module, Symbol name, Namespace ns) {
  return (static_cast<std::uint64_t>(module.value) << 34U) | (static_cast<std::uint64_t>(ns) << 32U) | name.value;
}

/// The bindings of a frozen table as constant data. `buckets` is an open hash table, twice as large as it need be, of positions in `rows` plus one.
struct NameIndex {
  struct Row {
    std::uint64_t key = 0;
    Binding binding;
  };
  llvm::ArrayRef<Row> rows;
  llvm::ArrayRef<std::uint32_t> buckets;
  /// 2 to the 64th over the golden ratio spreads keys that differ in few bits.
  static constexpr std::size_t hashOf(std::uint64_t key) { return (key * UINT64_C(0x9E3779B97F4A7C15)) >> 32U; }
  [[nodiscard]] const Binding *find(std::uint64_t key) const {
    const std::size_t mask = buckets.size() - 1;
    for (std::size_t at = hashOf(key) & mask; buckets[at] != 0; at = (at + 1) & mask)
      if (const Row &row = rows[buckets[at] - 1]; row.key == key)
        return &row.binding;
    return nullptr;
  }
};

/// What an item of the library is made of; recorded for the index.
struct ItemExtent {
  DefId first;
  std::size_t count = 0;
  DefId module;
  const ast::Item *item = nullptr;
};

/// The names of one crate on top of the library's.
class NameTables {
public:
  NameTables(const NameTables *base, const KnownNames &known, const SymbolTable &symbols)
      : defs(base == nullptr ? nullptr : &base->defs), base(base), known(known), symbols(symbols) {}
  /// For one item of an indexed library: only its definitions matter, its names are known.
  NameTables(const NameTables &library, DefId first, std::size_t count)
      : defs(library.defs, first, count), base(nullptr), known(library.known), symbols(library.symbols), root(library.root), library_root(library.root),
        lang_items(library.lang_items.size()), is_indexed(true) {}

  Definitions defs;
  const NameTables *base;
  const KnownNames &known;
  const SymbolTable &symbols;

  DefId root;                     ///< of this crate
  DefId library_root;             ///< of the library (== root while the library is collected)
  DefId prelude;                  ///< the library's prelude module
  bool frozen = false;            ///< imports are resolved: lookups no longer ask them
  bool has_unknown_items = false; ///< item macros, declined impls: impls may exist that nobody has seen

  std::deque<Module> modules; ///< Def::index of a Mod or Block counts the library's too
  std::vector<ImportPrefix> prefixes;
  std::vector<Import> imports;
  std::vector<UseDeclaration> uses;
  std::vector<DefId> user_items;
  std::vector<DefId> impls;
  std::vector<Symbol> macros; ///< names of `macro_rules!` items
  llvm::DenseMap<const ast::BlockExpr *, DefId> blocks;
  llvm::DenseMap<const void *, DefId> anonymous;
  llvm::DenseMap<std::uint32_t, const OuterLocal *> outer_locals; ///< by the item (of a block) that sees them
  std::vector<RestrictedVisibility> restricted;
  std::vector<DefId> lang_items;   ///< library only
  std::vector<ItemExtent> extents; ///< library only
  llvm::DenseMap<std::uint32_t, LangItem> lang_of;
  DiagnosticSink findings;
  bool is_indexed = false;          ///< names need not be declared: …
  const NameIndex *index = nullptr; ///< … they stand here

  [[nodiscard]] bool owns(DefId id) const { return id.index() >= defs.firstOwn().index(); }
  [[nodiscard]] const Module &module(DefId id) const {
    if (!owns(id))
      return base->module(id);
    return modules[defs[id].index - firstModule()];
  }
  Module &ownModule(DefId id) { return modules[defs[id].index - firstModule()]; }
  [[nodiscard]] std::uint32_t firstModule() const { return base == nullptr ? 0 : static_cast<std::uint32_t>(base->modules.size()); }

  /// What the items (and, when frozen, the named imports) of a module, enum or trait declare; null if nothing. Does not look into globs.
  [[nodiscard]] const Binding *declared(DefId module, Symbol name, Namespace ns) const {
    const NameTables &layer = owns(module) ? *this : *base;
    if (layer.index != nullptr)
      return layer.index->find(nameKey(module, name, ns));
    const auto found = layer.names_.find(nameKey(module, name, ns));
    return found == layer.names_.end() ? nullptr : found->second;
  }
  /// Adds a meaning; returns the earlier one, and keeps it, if the name is taken.
  const Binding *declare(DefId module, Symbol name, Namespace ns, const Binding &binding);
  const Binding *makeBinding(const Binding &binding) { return new (arena_.Allocate<Binding>()) Binding(binding); }
  /// Remembers what a lookup through globs found, nothing included.
  void cacheGlob(DefId module, Symbol name, Namespace ns, Found found) { glob_cache_[nameKey(module, name, ns)] = found; }
  [[nodiscard]] const Found *cachedGlob(DefId module, Symbol name, Namespace ns) const {
    const auto found = glob_cache_.find(nameKey(module, name, ns));
    return found == glob_cache_.end() ? nullptr : &found->second;
  }
  /// Named imports of a module with this target name: first of a chain, or none (UINT32_MAX).
  [[nodiscard]] std::uint32_t firstImport(DefId module, Symbol name) const {
    const auto found = imports_by_name_.find(nameKey(module, name, Namespace::Type));
    return found == imports_by_name_.end() ? UINT32_MAX : found->second;
  }
  void addImportName(DefId module, Symbol name, std::uint32_t import);

  /// A name that was declined or is wrong: `what` null means that a mistake was reported.
  DefId makePoisoned(Symbol name, Span span, DefId module, const char *what, bool is_library);
  [[nodiscard]] Def poisonedDef(Symbol name, Span span, DefId module, const char *what, bool is_library) const;
  const char *keepText(llvm::StringRef text);
  llvm::BumpPtrAllocator &arena() { return arena_; }

  /// The nearest enclosing Mod (a module itself counts): what privacy is about.
  [[nodiscard]] DefId nearestMod(DefId scope) const;
  [[nodiscard]] bool isVisible(VisibilityScope visibility, DefId from) const;
  /// True when `outer` is `inner` or encloses it.
  [[nodiscard]] bool encloses(DefId outer, DefId inner) const;
  /// The narrower of two scopes, one of which encloses the other.
  [[nodiscard]] VisibilityScope narrower(VisibilityScope a, VisibilityScope b) const;

  /// All bindings, in no order.
  [[nodiscard]] const llvm::DenseMap<std::uint64_t, const Binding *> &bindings() const { return names_; }

private:
  llvm::BumpPtrAllocator arena_;
  llvm::DenseMap<std::uint64_t, const Binding *> names_;
  llvm::DenseMap<std::uint64_t, Found> glob_cache_;
  llvm::DenseMap<std::uint64_t, std::uint32_t> imports_by_name_;
};

} // namespace lien
