// Collection: one walk over the items of a crate that makes a DefId for everything with a name or a scope.
//
// Bodies are entered only where items are declared inside them. What an attribute or a node declares unreadable becomes a poisoned name here, with its one
// decline. Internal to `frontend/names`. Reference: "Items", "Attributes", "Visibility and privacy".
#pragma once

#include "frontend/names/known_names.hpp"
#include "frontend/names/name_tables.hpp"

namespace lien {

/// Fills `tables` with the definitions of a crate: the library's files together are one root; a user's first file is the root, each other belongs to the
/// `mod name;` that asked for it. Imports are recorded, not resolved.
class Collector {
public:
  Collector(NameTables &tables, const TypeStore &types, const SourceMap *library_sources);

  void collect(llvm::ArrayRef<CrateFile> files);
  /// The definitions of one item of an indexed library.
  void collectItem(const ast::Item &node, DefId module) { item(node, {module, module}); }

private:
  friend class BlockItems;

  /// Where items are declared: the innermost Mod or Block and the lexical parent.
  struct Place {
    DefId module;
    DefId parent;
  };

  [[nodiscard]] bool isLibrary() const { return tables_.base == nullptr; }
  void items(ast::List<const ast::Item *> list, Place place, llvm::SmallVectorImpl<DefId> &children);
  DefId item(const ast::Item &item, Place place);
  DefId fn(const ast::FnItem &item, Place place, Def def);
  void structure(const ast::StructItem &item, DefId id);
  void enumeration(const ast::EnumItem &item, DefId id);
  void trait(const ast::TraitItem &item, DefId id);
  DefId impl(const ast::ImplItem &item, Place place, Def def, const AttributeSummary &attributes);
  void implItems(const ast::ImplItem &item, DefId id);
  DefId assocItem(const ast::Item &item, DefId parent, bool in_trait);
  void module(const ast::ModItem &item, DefId id);
  void fileModuleInBlock(const ast::ModItem &item, DefId id);
  void derives(ast::List<ast::Attribute> attributes, DefId adt);
  void eachType(const ast::ImplItem &item, Place place, Def def, const ast::Attribute &each);

  void fields(ast::List<ast::FieldDef> list, DefId parent, bool inherit, llvm::SmallVectorImpl<DefId> &children);
  void params(const ast::Generics &generics, DefId owner, bool has_self);
  void bodyOf(const ast::FnItem &item, DefId id);
  void constBody(const ast::Type *type, const ast::Expr *value, DefId id);

  void use(const ast::UseItem &item, Place place);
  void useTree(const ast::UseTree &tree, std::uint32_t prefix, std::uint32_t use, VisibilityScope visibility, bool in_group);
  std::uint32_t addPrefix(std::uint32_t parent, const ast::UseTree &tree, std::size_t count, std::uint32_t use);
  void addImport(Import import, DefId module);

  AttributeSummary read(ast::List<ast::Attribute> attributes, AttributePlace place);
  /// The same without a word about what is wrong.
  [[nodiscard]] AttributeSummary peek(ast::List<ast::Attribute> attributes, AttributePlace place) const;
  [[nodiscard]] const ast::Attribute *declinedPart(const ast::Item &item);
  DefId poisoned(const ast::Item &item, Place place, const char *what);
  void declareItem(DefId id, Symbol name, Namespace ns, VisibilityScope visibility);
  void reportDuplicate(const Binding &earlier, DefId id, Namespace ns);
  [[nodiscard]] Def makeDef(DefKind kind, const ast::Item &item, Place place) const;
  void registerLang(const AttributeSummary &attributes, DefId id);
  DefId addModule(Def def);
  VisibilityScope visibility(const ast::Visibility &written, DefId module);
  [[nodiscard]] Span headSpan(DefId id) const;
  [[nodiscard]] CrateKind crate() const { return isLibrary() ? CrateKind::Library : CrateKind::User; }

  NameTables &tables_;
  const KnownNames &known_;
  const TypeStore &types_;
  const SourceMap *library_sources_;
  llvm::DenseMap<const ast::ModItem *, const ParsedFile *> files_;
  const OuterLocal *outer_ = nullptr;
};

/// Walks a body for the blocks that declare items, and keeps the chain of variables that such items see (and may not use).
class BlockItems {
public:
  BlockItems(Collector &collector, DefId owner, DefId module) : collector_(collector), parent_(owner), module_(module) {}
  void body(const ast::FnItem &item);
  void type(const ast::Type *type);
  void expr(const ast::Expr *expr);

private:
  void block(const ast::BlockExpr &block);
  void stmt(const ast::Stmt &stmt);
  void condition(const ast::Expr *expr);
  void bind(const ast::Pat *pat);
  void bindName(Symbol name);
  void pathTypes(const ast::Path &path);
  void args(const ast::GenericArgs *args);
  bool deep(Span span);

  Collector &collector_;
  DefId parent_;
  DefId module_;
};

} // namespace lien
