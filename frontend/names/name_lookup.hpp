// Looking a name up in a module or a chain of scopes, and resolving imports on the way.
//
// Imports are resolved on demand: looking for a name in a module first resolves the imports that could bring it. An import that is asked for while it is
// being resolved answers "not here"; whatever was concluded from such an answer is forgotten and asked again, so the result is the fixed point that
// rounds over all imports would reach, without the rounds. Internal to `frontend/names`. Reference: "Use declarations", "Names: preludes".
#pragma once

#include "frontend/names/name_tables.hpp"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

class NameLookup {
public:
  explicit NameLookup(NameTables &tables);

  /// Resolves every import of the crate, then freezes the tables.
  void resolveImports();
  /// In the library, whose tables are shared afterwards: writes out what globs bring, so that no lookup needs to search.
  void expandGlobs();

  /// A name of a module, an enum or a trait. Says nothing about whether it is visible.
  Found inModule(DefId module, Symbol name, Namespace ns);
  /// A name as seen from a module or block: enclosing blocks, the module, other crates, the prelude. No primitive types.
  Found lexical(DefId module, Symbol name, Namespace ns);
  /// A crate by name, as in `::name`.
  [[nodiscard]] const Binding *externCrate(Symbol name) const;

  /// Every name that `module` brings into scope and that is visible in it, globs included.
  void enumerate(DefId module, llvm::function_ref<void(Symbol, Namespace, const Binding &)> visit);
  /// `as _` imports of a module and of what it imports by globs.
  void enumerateUnnamed(DefId module, llvm::function_ref<void(const Binding &)> visit);

  /// The module-like thing a definition is: itself for modules, enums and traits.
  [[nodiscard]] bool holdsNames(DefId def) const;
  NameTables &tables() { return tables_; }

private:
  using Visited = llvm::SmallDenseSet<std::uint32_t, 8>;

  Found throughGlobs(DefId module, Symbol name, Namespace ns, Visited &visited);
  const Binding *own(DefId module, Symbol name, Namespace ns);
  bool resolvePrefix(std::uint32_t id);
  void walkPrefix(ImportPrefix &prefix);
  void resolveImport(std::uint32_t id);
  void importName(Import &import);
  void importSelf(Import &import);
  void setUnknown(Import &import, const char *what, bool is_library);
  void setResult(Import &import, Namespace ns, const Binding &binding);
  void enumerateInto(DefId module, DefId from, Visited &visited, llvm::function_ref<void(Symbol, Namespace, const Binding &)> visit);

  bool begin(ImportTask &task);
  void finish(ImportTask &task, bool negative);

  NameTables &tables_;
  Binding library_crate_;
  Binding core_crate_;
  std::uint32_t depth_ = 0;
  std::uint32_t tainted_ = UINT32_MAX; ///< the outermost active task that an answer was missing from
  bool last_round_ = false;
};

/// Full path of a definition with its crate ("std::fs::File"), for declines.
std::string fullPath(const NameTables &tables, DefId def);

} // namespace lien
