// The definitions of a program: every item of the library and of the user's crate, with its place in the tree of modules.
//
// A program holds several crates from the first day: the library's definitions come first and are made once per process; the user's crate follows. Names and
// signatures are asked for by DefId; what a definition *means* (types, predicates) is in `Program`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "frontend/syntax/ast.hpp"
#include "frontend/types/types.hpp"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Allocator.h"

#include <atomic>
#include <memory>

namespace lien {

enum class DefKind : std::uint8_t {
  Mod,     ///< crate roots and modules
  Block,   ///< a block that declares items: an anonymous module
  Fn,      ///< free functions, nested ones included
  AssocFn, ///< of an impl or trait
  Struct,
  Enum,
  Variant, ///< parent: the enum; its constructor is the same DefId
  Field,   ///< parent: struct or variant
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
  AnonConst, ///< array length, discriminant
  Closure,
  OpaqueType, ///< `impl Trait` in return position
  Poisoned,   ///< a declined item: a known name of which nothing else is known
};

/// Free or of an impl or trait; closures are bodies, not functions.
[[nodiscard]] constexpr bool isFunction(DefKind kind) { return kind == DefKind::Fn || kind == DefKind::AssocFn; }

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
  Symbol name;    ///< empty for impls, blocks, anonymous constants
  Span name_span; ///< absolute; of the keyword where there is no name
  Span span;      ///< absolute; the whole item
  DefId parent;   ///< lexical parent: module, block, fn, impl, trait, enum …
  DefId module;   ///< nearest enclosing Mod or Block
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
  /// Poisoned, and whatever stands inside a poisoned impl or trait: what was declined ("`macro_rules!`", "`std::fs::File`"). Null in a Poisoned
  /// definition: a mistake was reported where it is declared.
  const char *poison = nullptr;
  Symbol each_name;        ///< Impl in the library with `#[each(Int = i8, …)]`: the name that stands for …
  Ty each_type;            ///< … this primitive type in this copy of the impl
  std::uint32_t index = 0; ///< Variant, Field: position in its parent; generic parameters: position in the list written; Mod, Block: of its `Module`
  /// Impl made by one word of `#[derive(…)]` (collection makes one for each word): the word; `item` is then the StructItem or EnumItem, `derived_for` its
  /// definition, `name_span` the word's span, `parent` and `module` the ADT's. It has no children and no parameters of its own (those of the ADT count).
  Symbol derive;
  DefId derived_for;
  VisibilityScope constructor;    ///< Struct with a tuple constructor: where that may be named (the narrowest of its fields)
  bool poison_is_library = false; ///< Poisoned: the mention is L0002, not L0001
  bool complete = false;          ///< library: carries `#[complete]`; user's: everything is known of it
  bool unstable = false;          ///< library: `#[unstable_item]`, its use is declined
  bool not_core = false;          ///< library: `#[not_core]`, the item is not reachable through `core`
  bool open = false;              ///< Mod, Block: holds names that cannot be known (an item macro, a glob import from another crate)
  bool missing = false;           ///< open because of a mistake that is reported (a file that could not be had, a syntax error): missing names are not

  template <typename T> [[nodiscard]] const T *as() const { return llvm::cast<T>(item); }
};

/// Reads definitions that are asked for the first time, and provides them to the layer they belong to. Any thread may ask.
class DefinitionReader {
public:
  virtual ~DefinitionReader() = default;
  virtual void read(DefId id) = 0;
};

/// All definitions, dense; children lists for what has them. A user's definitions sit on top of the library's frozen ones; nothing is copied. References
/// stay valid while definitions are added.
///
/// The library's layer may be lazy: each definition has its number, its kind and its name from the start, and is read when more is asked for.
class Definitions {
public:
  explicit Definitions(const Definitions *base = nullptr) : base_(base), first_(base == nullptr ? 0 : base->size()) {}
  /// The layer of one item of a lazy `base`, whose definitions are numbered from `first` on.
  Definitions(const Definitions &base, DefId first, std::size_t count) : base_(&base), first_(first.index()), first_chunk_(count) {}
  Definitions(const Definitions &) = delete;
  Definitions &operator=(const Definitions &) = delete;

  /// Makes this layer lazy: it has as many definitions as there are `kinds`.
  void makeLazy(DefinitionReader &reader, llvm::ArrayRef<std::uint8_t> kinds, llvm::ArrayRef<std::uint32_t> names);
  [[nodiscard]] bool isRead(DefId id) const { return lazy_[id.index()].load(std::memory_order_acquire) != nullptr; }
  /// Lazy: what was read of one item, which lives as long as this layer.
  void provide(const Definitions &item);
  void provide(DefId id, const Def &def, llvm::ArrayRef<DefId> children);

  DefId add(const Def &def);
  [[nodiscard]] const Def &operator[](DefId id) const { return slotOf(id).def; }
  /// Kind and name alone, which a lazy layer knows without reading.
  [[nodiscard]] DefKind kindOf(DefId id) const {
    const Definitions &layer = id.index() < first_ ? *base_ : *this;
    return layer.lazy_ == nullptr ? layer[id].kind : static_cast<DefKind>(layer.kinds_[id.index()]);
  }
  [[nodiscard]] Symbol nameOf(DefId id) const {
    const Definitions &layer = id.index() < first_ ? *base_ : *this;
    return layer.lazy_ == nullptr ? layer[id].name : Symbol{layer.names_[id.index()]};
  }
  /// Only for definitions of this layer, while names are collected.
  Def &mutableDef(DefId id) { return slot(id).def; }
  [[nodiscard]] std::size_t size() const { return first_ + count_; }
  /// The first definition of this layer: what comes before belongs to the library.
  [[nodiscard]] DefId firstOwn() const { return DefId(first_); }
  /// Fields of a struct or variant, variants of an enum, items of an impl or trait, items of a module, in source order.
  [[nodiscard]] llvm::ArrayRef<DefId> children(DefId id) const { return slotOf(id).children; }
  void setChildren(DefId id, llvm::ArrayRef<DefId> children) { slot(id).children = children.copy(arena_); }
  /// Generic parameters (LifetimeParam, TypeParam, ConstParam) that the item itself declares, in the order written; a trait's `Self` comes first.
  [[nodiscard]] llvm::ArrayRef<DefId> params(DefId id) const { return slotOf(id).params; }
  void setParams(DefId id, llvm::ArrayRef<DefId> params) { slot(id).params = params.copy(arena_); }

private:
  struct Slot {
    Def def;
    llvm::ArrayRef<DefId> children;
    llvm::ArrayRef<DefId> params;
  };
  static constexpr std::size_t chunk_size = 256;
  [[nodiscard]] const Slot &slotOf(DefId id) const { return id.index() < first_ ? base_->ownSlot(id) : ownSlot(id); }
  [[nodiscard]] const Slot &ownSlot(DefId id) const {
    if (lazy_ != nullptr)
      return lazySlot(id);
    const std::size_t own = id.index() - first_;
    return chunks_[own / chunk_size][own % chunk_size];
  }
  [[nodiscard]] const Slot &lazySlot(DefId id) const {
    if (const Slot *known = lazy_[id.index()].load(std::memory_order_acquire))
      return *known;
    return readSlot(id);
  }
  [[nodiscard]] const Slot &readSlot(DefId id) const;
  Slot &slot(DefId id) {
    const std::size_t own = id.index() - first_;
    return chunks_[own / chunk_size][own % chunk_size];
  }

  const Definitions *base_;
  std::size_t first_;
  std::size_t count_ = 0;
  std::size_t first_chunk_ = chunk_size; ///< slots made room for at first, at most `chunk_size`
  llvm::SmallVector<Slot *, 4> chunks_;
  llvm::BumpPtrAllocator arena_;

  // Lazy layers only; they start at 0.
  DefinitionReader *reader_ = nullptr;
  std::unique_ptr<std::atomic<const Slot *>[]> lazy_;
  llvm::ArrayRef<std::uint8_t> kinds_;
  llvm::ArrayRef<std::uint32_t> names_;
};

} // namespace lien
