// The resolver of one user's crate on top of the library. Internal to `frontend/names`.
#pragma once

#include "frontend/names/library.hpp"
#include "frontend/names/name_lookup.hpp"

namespace lien {

class CrateResolver final : public Resolver {
public:
  CrateResolver(const Library &library, const SymbolTable &symbols, llvm::ArrayRef<CrateFile> files, TypeStore &types);

  [[nodiscard]] const Definitions &defs() const override { return tables_.defs; }
  [[nodiscard]] const SymbolTable &symbols() const override { return tables_.symbols; }
  [[nodiscard]] DefId lang(LangItem item) const override { return library_.tables.lang_items[static_cast<std::size_t>(item)]; }
  [[nodiscard]] std::optional<LangItem> asLang(DefId def) const override;
  [[nodiscard]] DefId userRoot() const override { return tables_.root; }
  [[nodiscard]] llvm::ArrayRef<DefId> userItems() const override { return tables_.user_items; }
  [[nodiscard]] llvm::ArrayRef<DefId> impls() const override { return all_impls_; }
  [[nodiscard]] DefId blockModule(const ast::BlockExpr *block) const override { return tables_.blocks.lookup(block); }

  using Resolver::resolve;
  PathRes resolveIn(const ast::Path &path, PathUse use, DefId item, DefId module, DiagnosticSink &sink) override;
  std::optional<Res> inBlock(DefId block, Symbol name, Namespace ns) override;
  std::optional<Res> patternName(const ast::Ident &name, DefId item, DefId module, PatternSource source, bool plain, DiagnosticSink &sink) override;
  DefId resolveLifetime(const ast::Lifetime &lifetime, DefId item, DiagnosticSink &sink) override;
  DefId anonymous(DefKind kind, const ast::Expr *node, DefId parent) override;
  DefId anonymous(DefKind kind, const ast::Type *node, DefId parent) override;
  [[nodiscard]] bool isUserMacro(Symbol name) const override;
  [[nodiscard]] bool hasUnknownItems() const override { return tables_.has_unknown_items; }

  llvm::ArrayRef<DefId> traitsInScope(DefId module) override { return scopeTraits(module).traits; }
  bool mayHaveUnknownTraits(DefId module) override { return scopeTraits(module).unknown; }
  [[nodiscard]] bool isVisibleFrom(DefId def, DefId module) const override { return tables_.isVisible(tables_.defs[def].visibility, module); }
  [[nodiscard]] const LibraryIndex *libraryIndex() const override { return library_.index; }
  [[nodiscard]] std::string pathOf(DefId def) const override;
  [[nodiscard]] llvm::StringRef describe(DefId def) const override;
  [[nodiscard]] const DiagnosticSink &itemFindings() const override { return tables_.findings; }

private:
  friend class PathResolution;

  struct ScopeTraits {
    llvm::ArrayRef<DefId> traits;
    bool unknown = false;
  };
  const ScopeTraits &scopeTraits(DefId module);
  DefId addAnonymous(const void *node, Def def, DefId parent);
  [[nodiscard]] bool isUniqueName(DefId def) const;
  /// Free items by name, for suggestions; made when first asked for.
  llvm::ArrayRef<DefId> itemsNamed(Symbol name);
  /// The shortest public path to a library item ("std::collections::HashMap"), or the path inside this crate; empty when there is none.
  std::string importPath(DefId def, DefId from);
  void checkImplItems();
  void checkImplItem(DefId item, DefId trait, const ast::Path &trait_path, llvm::SmallDenseMap<std::uint32_t, DefId, 8> &seen);

  const Library &library_;
  NameTables tables_;
  TypeStore &types_;
  NameLookup lookup_;
  std::vector<DefId> all_impls_;
  llvm::DenseMap<std::uint32_t, std::unique_ptr<ScopeTraits>> traits_in_scope_;
  llvm::DenseMap<std::uint32_t, llvm::SmallVector<DefId, 1>> items_named_;
  llvm::DenseMap<std::uint32_t, std::string> public_paths_;          ///< of library items
  mutable llvm::DenseMap<std::uint64_t, std::uint32_t> name_counts_; ///< of free items, by name and namespace; filled when a path is first printed
};

/// One path being resolved: where it stands, and what the walk has found.
class PathResolution {
public:
  PathResolution(CrateResolver &resolver, const ast::Path &path, PathUse use, DefId item, DefId module, DiagnosticSink &sink)
      : resolver_(resolver), tables_(resolver.tables_), path_(path), use_(use), item_(item), module_(module), sink_(sink) {}

  PathRes run();

  /// What the first name of a path means in the scopes around it.
  struct First {
    Res res;
    const Binding *binding = nullptr; ///< when a module or the prelude declares it
    Found missing;                    ///< nothing found: why it may exist all the same
    bool found = false;
    bool outer_generic = false; ///< of an outer item: E0401
    bool captured = false;      ///< a variable of an outer function: E0434
    DefId crossed;              ///< the item between the name and its outer generic
  };
  First first(Symbol name, Namespace ns);

private:
  PathRes single();
  PathRes multi();
  PathRes qualified();
  PathRes walk(DefId current, std::uint32_t next, bool through_core);
  PathRes accept(const Binding &binding, Namespace ns, const ast::Ident &name, std::uint32_t resolved, bool last);
  [[nodiscard]] DefId crateRoot() const;
  PathRes keyword(const ast::Ident &name);
  [[nodiscard]] bool isPrimitive(Symbol name, Namespace ns) const;
  bool ownScope(DefId scope, Symbol name, Namespace ns, First &first);
  bool capturedBefore(DefId found_in, Symbol name) const;
  [[nodiscard]] bool expected(const Res &res) const;
  [[nodiscard]] Res toRes(DefId def) const;

  // Errors (path_errors.cpp).
  PathRes declineMention(const Def &poisoned, Span span);
  PathRes declineMissing(const Found &missing, DefId in, const ast::Ident &name);
  PathRes notFound(DefId in = {});
  PathRes notFoundPrefix(std::uint32_t segment, DefId in, DefId not_module);
  PathRes bareTrait(std::uint32_t segments);
  PathRes capture(const ast::Ident &name);
  PathRes unexpected(const Res &res);
  PathRes unexpectedMacro(const char *kind);
  PathRes outerGeneric(const First &first, const ast::Ident &name);
  PathRes noSelfType(const ast::Ident &name);
  PathRes noSelfValue(const ast::Ident &name);
  void suggestSimilar(Diagnostic &diagnostic, const ast::Ident &name, DefId in);
  void suggestImport(Diagnostic &diagnostic, PathUse use, const ast::Ident &name);
  [[nodiscard]] std::string expectedName() const;
  [[nodiscard]] std::string describeRes(const Res &res) const;
  [[nodiscard]] std::string written(std::size_t count) const;
  [[nodiscard]] DiagnosticKind errorKind(bool has_unexpected) const;
  [[nodiscard]] std::string text(Symbol name) const { return tables_.symbols.text(name).str(); }
  static PathRes unknown() { return {{ResKind::Unknown, {}, 0, {}}, 0}; }
  static PathRes error() { return {{ResKind::Error, {}, 0, {}}, 0}; }

  CrateResolver &resolver_;
  NameTables &tables_;
  const ast::Path &path_;
  PathUse use_;
  DefId item_;
  DefId module_;
  DiagnosticSink &sink_;
  bool privacy_reported_ = false; ///< one private name a path is enough
};

} // namespace lien
