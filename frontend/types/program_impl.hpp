// The inside of `Program`: one memo table for each query, and what the query files share.
//
// Each query is computed on first use. An entry that is asked for while it is being computed is a cycle; the asker sees `done == false` and decides what
// that means (E0391 for an alias, a harmless early answer elsewhere).
#pragma once

#include "frontend/names/library_index.hpp"
#include "frontend/types/program.hpp"

#include <deque>

namespace lien {

template <typename T> class Memo {
public:
  struct Entry {
    T value{};
    bool done = false;
  };
  /// The entry, and whether it was made by this call. Entries never move.
  std::pair<Entry *, bool> get(DefId def) {
    auto [position, fresh] = index_.try_emplace(def.value, nullptr);
    if (fresh)
      position->second = &entries_.emplace_back();
    return {position->second, fresh};
  }
  [[nodiscard]] Entry *find(DefId def) const { return index_.lookup(def.value); }

private:
  llvm::DenseMap<std::uint32_t, Entry *> index_;
  std::deque<Entry> entries_;
};

/// The outermost shape of a type: what an impl index is keyed by. Two types with different shapes never unify (parameters, projections and variables
/// have the shape `Any`).
struct TypeShape {
  enum class Kind : std::uint8_t { Any, Bool, Char, Int, Float, Str, Never, Tuple, Array, Slice, Ref, Adt, FnDef, FnPtr, Closure, Dynamic, Opaque };
  Kind kind = Kind::Any;
  std::uint32_t detail = 0; ///< Int, Float: which; Tuple: arity; Ref: mutability; Adt, FnDef, Closure, Dynamic, Opaque: definition
  friend bool operator==(const TypeShape &, const TypeShape &) = default;
  [[nodiscard]] std::uint64_t key() const { return (static_cast<std::uint64_t>(kind) << 32U) | detail; }
  static TypeShape ofKey(std::uint64_t key) { return {static_cast<Kind>(key >> 32U), static_cast<std::uint32_t>(key)}; }
};
TypeShape shapeOf(const TypeStore &types, Ty ty);

/// Impls by their trait, or inherent ones by the shape of their self type; every list is in source order.
struct ImplTables {
  llvm::DenseMap<std::uint32_t, std::vector<IndexedImpl>> by_trait;
  llvm::DenseMap<std::uint64_t, std::vector<IndexedImpl>> inherent; ///< by shape key
};

struct Program::Impl {
  Program &program;
  Resolver &resolver;
  TypeStore &types;

  Memo<Generics> generics;
  Memo<std::vector<Predicate>> predicates;
  Memo<std::vector<Predicate>> item_bounds;
  Memo<Ty> type_of;
  Memo<std::optional<GenericArg>> defaults;
  Memo<FnInfo> fns;
  Memo<FnSig> body_signatures;
  Memo<AdtInfo> adts;
  Memo<ImplInfo> impls;
  Memo<TraitInfo> traits;
  Memo<std::vector<TraitRef>> supertraits;
  Memo<Args> identity;
  Memo<Const> constants;
  Memo<DiagnosticSink> sinks;
  Memo<bool> forced;
  Memo<bool> complete;
  Memo<std::vector<Variance>> variances;
  Memo<std::vector<OutlivesPair>> inferred_outlives;

  /// `impl Trait` in argument position: its index among the parameters of the function.
  llvm::DenseMap<const ast::Type *, std::uint32_t> synthetic_params;
  llvm::DenseMap<std::uint32_t, std::vector<const ast::ImplTraitType *>> impl_trait_types; ///< by function, in the order of their parameters
  /// The impl whose self type is being lowered: `Self` means nothing there.
  DefId open_impl;
  /// Aliases that are being expanded, each with the place of the alias it mentions now.
  std::vector<std::pair<DefId, Span>> open_aliases;
  /// Constants that are being evaluated.
  std::vector<DefId> open_constants;
  ImplTables user_impls;
  bool user_impls_built = false;
  ImplTables unindexed_impls;
  bool unindexed_impls_built = false;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint64_t>, std::vector<DefId>> merged_impls; ///< answers of traitImplsFor
  llvm::DenseMap<std::uint32_t, std::vector<DefId>> merged_traits;                          ///< answers of traitImpls
  llvm::DenseMap<std::uint64_t, std::vector<DefId>> merged_inherent;
  DiagnosticSink item_sink;
  DiagnosticSink library_sink; ///< the library's source is trusted: what is said of it is dropped (its tests look here)

  Impl(Program &owner, Resolver &names, TypeStore &store) : program(owner), resolver(names), types(store) {}

  [[nodiscard]] const Def &def(DefId id) const { return resolver.defs()[id]; }
  [[nodiscard]] bool isUser(DefId id) const { return id >= resolver.defs().firstOwn() && def(id).crate == CrateKind::User; }
  /// The item that `id` belongs to for the purpose of reporting: fields and variants report with their ADT, parameters with their owner.
  [[nodiscard]] DefId itemOf(DefId id) const;
  DiagnosticSink &sinkOf(DefId id);
  /// The written generics of an item; null for what has none.
  [[nodiscard]] const ast::Generics *writtenGenerics(DefId id) const;

  void computeGenerics(DefId id, Generics &out);
  void computePredicates(DefId id, std::vector<Predicate> &out);
  void computeItemBounds(DefId id, std::vector<Predicate> &out);
  Ty computeTypeOf(DefId id);
  std::optional<GenericArg> computeDefault(DefId id);
  void computeFn(DefId id, FnInfo &out);
  void computeConstructor(DefId id, FnInfo &out);
  void computeAdt(DefId id, AdtInfo &out);
  void computeImpl(DefId id, ImplInfo &out);
  void computeTrait(DefId id, TraitInfo &out);
  void computeSupertraits(DefId id, std::vector<TraitRef> &out);
  void computeDiscriminants(const ast::EnumItem &item, DefId id, AdtInfo &out);
  IntKind discriminantKind(DefId adt);
  static std::int64_t largestDiscriminant(IntKind kind);
  bool computeComplete(DefId id);
  void force(DefId id);
  /// The head of an item as rustc's messages underline it: `struct A<T>`, `impl<T> Drop for A<T>`.
  [[nodiscard]] Span headSpan(DefId item) const;
  /// Adds the predicates written in `written` (bounds of parameters, where clauses), for `id`'s own parameters.
  void lowerWrittenPredicates(DefId id, const ast::Generics &written, std::vector<Predicate> &out);
  void addSized(Ty ty, Span span, std::vector<Predicate> &out);

  // Derived impls (derive.cpp).
  /// The trait that a derived impl implements; invalid when the library does not declare it.
  DefId derivedTrait(DefId impl);
  void computeDerivedImpl(DefId id, ImplInfo &out);
  void computeDerivedPredicates(DefId id, std::vector<Predicate> &out);
  /// A trait reference whose arguments after Self are the trait's defaults.
  TraitRef traitRefWithDefaults(DefId trait, Ty self);

  // Impl indexes (program_impls.cpp).
  llvm::ArrayRef<IndexedImpl> libraryTraitImpls(DefId trait);
  llvm::ArrayRef<IndexedImpl> libraryInherentImpls(std::uint64_t shape);
  const ImplTables &unindexedImpls();
  const ImplTables &userImpls();
  [[nodiscard]] llvm::ArrayRef<DefId> userImplList();
  /// What can be told of an impl's header without lowering it: the trait (invalid: inherent or unresolved) and the shape of the self type.
  struct ImplHead {
    DefId trait;
    bool inherent = false;
    TypeShape shape;
  };
  ImplHead implHead(DefId impl);
  TypeShape writtenShape(const ast::Type &type, DefId item);
  void addToTables(ImplTables &tables, DefId impl);

  // Lifetimes in types (item_checks_wf.cpp).
  /// The parameters and lifetimes in `subject` that must outlive `shorter` for it to do so.
  void outlivesComponents(GenericArg subject, Region shorter, llvm::SmallVectorImpl<OutlivesPair> &out);
  void addInferredOutlives(Ty ty, llvm::SmallVectorImpl<OutlivesPair> &out, llvm::SmallVectorImpl<DefId> &open);

  // Item checks (item_checks_*.cpp).
  void checkAllItems();
};

/// `region` as it must be written `binders` binders further in.
inline Region shiftedIn(Region region, std::uint32_t binders) {
  return region.kind() == Region::Kind::Bound ? Region::bound(region.depth() + binders, region.index()) : region;
}

bool hasAttribute(llvm::ArrayRef<ast::Attribute> attributes, const SymbolTable &symbols, llvm::StringRef name);
/// The predicate `self: trait`, with `trait`'s other parameters at their defaults.
Predicate traitPredicate(const TraitRef &trait, Span span, std::uint32_t bound_regions = 0);
/// How many lifetimes the path of an impl header leaves anonymous (`&T`, `'_`).
std::uint32_t anonymousLifetimes(const ast::Path &path);
/// True for `?Trait`.
bool isRelaxed(const ast::GenericBound &bound);

} // namespace lien
