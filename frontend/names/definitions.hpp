// The definitions of a program: every item of the library and of the user's crate, with its place in the tree of modules.
//
// A program holds several crates from the first day: the library's definitions come first and are made once per process; the user's crate follows. Names and
// signatures are asked for by DefId; what a definition *means* (types, predicates) is in `Program`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "frontend/syntax/ast.hpp"
#include "frontend/types/types.hpp"

namespace lien {

enum class DefKind : std::uint8_t {
  Mod,        ///< crate roots and inline modules
  Block,      ///< a block that declares items: an anonymous module
  Fn,         ///< free functions, nested ones included
  AssocFn,    ///< of an impl or trait
  Struct,
  Enum,
  Variant,    ///< parent: the enum; its constructor is the same DefId
  Field,      ///< parent: struct or variant
  Trait,
  Impl,
  Const,
  AssocConst,
  Static,
  TypeAlias,
  AssocType,
  TypeParam,
  ConstParam,
  LifetimeParam,
  AnonConst,  ///< array length, discriminant
  Closure,
  OpaqueType, ///< `impl Trait` in return position
  Poisoned,   ///< a declined item: a known name of which nothing else is known
};

enum class CrateKind : std::uint8_t { Library, User };
enum class Namespace : std::uint8_t { Type, Value, Macro };

/// Where a definition may be named: everywhere, or inside the module `scope` and below.
struct VisibilityScope {
  bool is_public = false;
  DefId scope;
};

struct Def {
  DefKind kind{};
  CrateKind crate{};
  Symbol name;      ///< empty for impls, blocks, anonymous constants
  Span name_span;   ///< absolute; of the keyword where there is no name
  Span span;        ///< absolute; the whole item
  DefId parent;     ///< lexical parent: module, block, fn, impl, trait, enum …
  DefId module;     ///< nearest enclosing Mod or Block
  VisibilityScope visibility;
  union {
    const void *none = nullptr;
    const ast::Item *item;          ///< Mod (null for a crate root), Fn, AssocFn, Struct, Enum, Trait, Impl, Const, AssocConst, Static, TypeAlias, AssocType
    const ast::VariantDef *variant; ///< Variant
    const ast::FieldDef *field;     ///< Field
    const ast::GenericParam *param; ///< TypeParam, ConstParam, LifetimeParam (null for a trait's Self)
    const ast::Expr *expr;          ///< AnonConst, Block, Closure
    const ast::Type *type;          ///< OpaqueType
  };
  const char *poison = nullptr; ///< Poisoned: what was declined ("`macro_rules!`")
  Symbol each_name;             ///< Impl in the library with `#[each(Int = i8, …)]`: the name that stands for …
  Ty each_type;                 ///< … this primitive type in this copy of the impl
  std::uint32_t index = 0;      ///< Variant, Field: position in its parent; generic parameters: position in the list written
  /// Impl made by one word of `#[derive(…)]` (collection makes one for each word): the word; `item` is then the StructItem or EnumItem, `derived_for` its
  /// definition, `name_span` the word's span, `parent` and `module` the ADT's. It has no children and no parameters of its own (those of the ADT count).
  Symbol derive;
  DefId derived_for;

  template <typename T> [[nodiscard]] const T *as() const { return llvm::cast<T>(item); }
};

/// All definitions, dense; children lists for what has them.
class Definitions {
public:
  DefId add(Def def);
  [[nodiscard]] const Def &operator[](DefId id) const { return defs_[id]; }
  Def &mutableDef(DefId id) { return defs_[id]; }
  [[nodiscard]] std::size_t size() const { return defs_.size(); }
  /// Fields of a struct or variant, variants of an enum, items of an impl or trait, in source order.
  [[nodiscard]] llvm::ArrayRef<DefId> children(DefId id) const { return children_[id]; }
  void setChildren(DefId id, std::vector<DefId> children) { children_[id] = std::move(children); }
  /// Generic parameters (LifetimeParam, TypeParam, ConstParam) that the item itself declares, in the order written; a trait's `Self` comes first.
  [[nodiscard]] llvm::ArrayRef<DefId> params(DefId id) const { return params_[id]; }
  void setParams(DefId id, std::vector<DefId> params) { params_[id] = std::move(params); }

private:
  IdVector<DefId, Def> defs_;
  IdVector<DefId, std::vector<DefId>> children_;
  IdVector<DefId, std::vector<DefId>> params_;
};

} // namespace lien
