// What definitions mean: generics, predicates, signatures, fields, impls. Queries by DefId, computed on first use and kept.
//
// Laziness keeps the library cheap: of its thousands of items a program touches a few hundred. One Program serves one root file on one thread; several
// files are judged in parallel, each with a Program of its own.
//
// Findings made while lowering a *user's* item go to `itemSink()`; the library's source is trusted and asserted by its own tests.
#pragma once

#include "frontend/names/resolver.hpp"
#include "frontend/types/fold.hpp"
#include "frontend/types/types.hpp"

#include "llvm/ADT/SmallVector.h"

namespace lien {

struct GenericParamDef {
  GenericArg::Kind kind{};
  Symbol name;
  DefId def;             ///< invalid for a trait's Self
  std::uint32_t index{}; ///< position in the argument list, parents included
  bool has_default = false;
  Ty const_type;          ///< Const: its type
  bool synthetic = false; ///< `impl Trait` in argument position
};

/// Early-bound parameters, in the order of an argument list: the parent's (Self first for a trait), then lifetimes, then types and constants.
struct Generics {
  DefId parent;
  std::uint32_t parent_count = 0;
  std::vector<GenericParamDef> params; ///< own ones only
  std::vector<DefId> late_bound;       ///< late-bound lifetimes of a function, in the order of the binder; anonymous ones follow without a DefId
  [[nodiscard]] std::uint32_t count() const { return parent_count + static_cast<std::uint32_t>(params.size()); }
};

/// `T: Trait<…>`, `<T as Trait>::Item == U`, `T: 'a`, `'a: 'b`. Regions bound by `for<…>` are Bound at depth 0.
struct Predicate {
  enum class Kind : std::uint8_t { Trait, Projection, TypeOutlives, RegionOutlives } kind{};
  Span span; ///< absolute; where it is written
  std::uint32_t bound_regions = 0;
  TraitRef trait; ///< Trait; Projection: trait and arguments (own arguments of the associated type appended)
  DefId assoc;    ///< Projection
  Ty type;        ///< Projection: the right side; TypeOutlives: the left side
  Region a, b;    ///< RegionOutlives `a: b`; TypeOutlives `type: b`
};

struct FieldInfo {
  DefId def;
  Symbol name;
  Ty type; ///< in terms of the ADT's parameters
};
struct VariantInfo {
  DefId def; ///< the struct itself for a struct
  Symbol name;
  ast::VariantShape shape{};
  std::vector<FieldInfo> fields;
  std::optional<std::int64_t> discriminant; ///< unset when it could not be computed
  /// The first field of that name.
  [[nodiscard]] std::optional<std::uint32_t> fieldNamed(Symbol wanted) const;
  /// Once all fields are there: what has many of them is looked up in a list sorted by name.
  void indexFields();

private:
  std::vector<std::uint32_t> fields_by_name_; ///< empty: too few to be worth it
};
struct AdtInfo {
  DefId def;
  bool is_enum = false;
  bool complete = true;              ///< false: fields or variants are not all known (library types keep theirs private)
  std::vector<VariantInfo> variants; ///< one for a struct
};

/// A trait's or impl's associated item.
struct AssocItem {
  DefId def;
  DefKind kind{}; ///< AssocFn, AssocConst, AssocType
  Symbol name;
  bool has_default = false; ///< in a trait
};

struct ImplInfo {
  DefId def;
  std::optional<TraitRef> trait; ///< nothing for an inherent impl
  Ty self_type;
  bool negative = false;
  bool poisoned = false; ///< its header mentions something unknown: whether it applies is unknown
  std::vector<AssocItem> items;
};

struct TraitInfo {
  DefId def;
  std::vector<AssocItem> items;
  std::vector<DefId> supertraits;
  bool complete = true; ///< false: the set of its impls or items is not fully known
  bool is_auto = false;
  bool is_marker = false; ///< built-in rules decide (Sized, Copy and Clone of built-in types, …)
};

/// Signature of a function as the body sees it and as callers see it.
struct FnInfo {
  FnSig sig;             ///< late-bound lifetimes are Bound(0, i)
  bool has_self = false; ///< first input is the receiver
  bool is_const = false;
  bool poisoned = false; ///< mentions something unknown
};

/// `subject: shorter`, where the subject is a type or a region.
struct OutlivesPair {
  GenericArg subject;
  Region shorter;
  friend bool operator==(const OutlivesPair &, const OutlivesPair &) = default;
};

struct SolverCache;
/// How a parameter of a type may vary. Lattice: Bivariant (unused) above Covariant and Contravariant above Invariant.
enum class Variance : std::uint8_t { Bivariant, Covariant, Contravariant, Invariant };

class Program {
public:
  Program(Resolver &resolver, TypeStore &types);
  ~Program();
  Program(const Program &) = delete;
  Program &operator=(const Program &) = delete;

  [[nodiscard]] Resolver &resolver() { return resolver_; }
  [[nodiscard]] TypeStore &types() { return types_; }
  [[nodiscard]] const Def &def(DefId id) const { return resolver_.defs()[id]; }
  [[nodiscard]] DefId lang(LangItem item) const { return resolver_.lang(item); }
  [[nodiscard]] bool isLang(DefId id, LangItem item) const { return id.isValid() && resolver_.lang(item) == id; }

  const Generics &generics(DefId def);
  /// Own and parents' predicates, `Sized` bounds made explicit, in terms of the parameters. A trait's includes `Self: Trait`.
  llvm::ArrayRef<Predicate> predicates(DefId def);
  /// Bounds on an associated type's or opaque type's value (`type Item: Clone`), with the projection itself as Self.
  llvm::ArrayRef<Predicate> itemBounds(DefId assoc_or_opaque);
  /// Struct, Enum: the type with its own parameters as arguments; TypeAlias, AssocType of an impl: the right side; Const, Static, AssocConst: the type;
  /// Field: its type; TypeParam: the Param; Impl: the self type; Fn, AssocFn, tuple Variant or Struct constructor: the FnDef type with identity arguments.
  Ty typeOf(DefId def);
  /// Default of a generic parameter, in terms of the parameters before it.
  std::optional<GenericArg> defaultOf(DefId param);
  const FnInfo &fn(DefId def); ///< Fn, AssocFn, and tuple constructors (struct or variant)
  const AdtInfo &adt(DefId def);
  const ImplInfo &impl(DefId def);
  const TraitInfo &trait(DefId def);
  /// The identity arguments of a definition: its own parameters.
  Args identityArgs(DefId def);
  /// Direct supertraits of a trait with their arguments, in terms of its parameters (Self is args[0]).
  llvm::ArrayRef<TraitRef> supertraitRefs(DefId trait);
  /// The region that a declared lifetime parameter means in its item's signature: EarlyParam, or Bound(0, i) for a late-bound one of a function.
  Region regionOf(DefId lifetime_param);
  /// What the fields of a struct or enum imply of its parameters (`&'a T` implies `T: 'a`), beyond what is written. RFC 2093.
  llvm::ArrayRef<OutlivesPair> inferredOutlives(DefId adt);
  /// Variance of each parameter of a struct or enum, a fixed point over all ADTs it mentions. Source: Reference "Subtyping and Variance".
  llvm::ArrayRef<Variance> variances(DefId adt);

  /// Impls that may match a trait for a self type: by the trait and the outermost shape of the type, blanket impls included, in source order.
  llvm::ArrayRef<DefId> traitImpls(DefId trait);
  llvm::ArrayRef<DefId> traitImplsFor(DefId trait, Ty self_shape);
  /// Inherent impls of the outermost shape of a type (ADT, primitive, slice …).
  llvm::ArrayRef<DefId> inherentImpls(Ty self_shape);
  /// The impl of Drop for an ADT; invalid when there is none.
  DefId dropImpl(DefId adt);
  /// True when everything about methods, fields and impls of this definition is declared; otherwise nothing negative may be concluded.
  bool isComplete(DefId def);

  /// Value of an array length, enum discriminant or constant used in a type; Unknown where evaluation is outside what is implemented.
  Const evaluate(DefId anon_or_const, Args args);

  /// The bound-variable-free view for the body of `fn`: late-bound lifetimes become Region::late.
  FnSig signatureInBody(DefId fn);

  /// Everything wrong with items, apart from bodies.
  DiagnosticSink &itemSink();
  /// Runs all checks on the user's items (signatures, E0072, E0204, coherence as far as declared …): forces every query. Call once.
  void checkItems();
  /// True when the item's signature is declined or in error: its body must be judged with that in mind.
  bool signatureHasErrors(DefId def);
  bool signatureIsDeclined(DefId def);

  /// Prints a type as rustc does in messages (`Vec<i32>`, `&mut str`, `fn(i32) -> bool {f}`). Names of lifetimes are printed only with an `owner`, the
  /// item whose parameters they are.
  std::string print(Ty ty, DefId owner = {});
  /// The same with lifetimes called as `names` says (empty: not shown; `'_`: shown among generic arguments only).
  std::string printNaming(Ty ty, llvm::function_ref<std::string(Region)> names);
  std::string print(const TraitRef &ref, DefId owner = {}); ///< `Iterator<Item = u8>`-free form: path and arguments without Self
  std::string print(Const constant);
  std::string print(const Predicate &predicate); ///< `T: Clone`, `<T as Iterator>::Item == u8`

  /// The inside, for the files of this folder only (program_impl.hpp).
  struct Impl;
  [[nodiscard]] Impl &queries() { return *impl_; }

  /// What trait selection keeps between bodies; its own business (`solver_cache.hpp`).
  std::shared_ptr<SolverCache> solver_cache;
  /// The same for the checker, which lies above this layer.
  std::shared_ptr<void> checker_cache;

private:
  Resolver &resolver_;
  TypeStore &types_;
  std::unique_ptr<Impl> impl_;
};

/// How types written inside a body or signature become types: what `_`, elided lifetimes and omitted arguments stand for depends on the place.
class TypeLowering {
public:
  virtual ~TypeLowering() = default;
  /// `_` (an inference variable in bodies; E0121 in signatures).
  virtual Ty inferredType(Span span) = 0;
  virtual Const inferredConst(Span span) = 0;
  /// An omitted lifetime: Erased in bodies (a fresh region later), by the elision rules in signatures (E0106).
  virtual Region elidedRegion(Span span) = 0;
  virtual Region namedRegion(const ast::Lifetime &lifetime) = 0;
  virtual PathRes resolve(const ast::Path &path, Namespace ns) = 0;
  /// A path that must name a trait: the errors differ (E0404 E0405).
  virtual PathRes resolveTrait(const ast::Path &path) { return resolve(path, Namespace::Type); }
  virtual DiagnosticSink &sink() = 0;
  /// The item whose parameters and predicates are in scope.
  [[nodiscard]] virtual DefId owner() const = 0;
  /// An omitted lifetime of a path (`Foo` for `Foo<'a>`); differs from `&` and `'_` in impl headers only (E0726).
  virtual Region hiddenRegion(Span span) { return elidedRegion(span); }
  /// A lifetime of the context was written or elided outside of any function pointer or `Fn(…)`: what elision in a signature looks at.
  virtual void noteLifetime(Region region) { (void)region; }
  /// `impl Trait`; nothing where it may not stand or is declined (the caller reports).
  virtual std::optional<Ty> implTrait(const ast::ImplTraitType &type) {
    (void)type;
    return std::nullopt;
  }
  /// In bodies `T::Item` needs inference to find its trait; null in signatures.
  virtual Ty normalize(Ty ty, Span span) {
    (void)span;
    return ty;
  }
};

/// Lowers a written type. Reports E0107 E0220 E0223 E0229 E0747 …; never fails: Error or Unknown stand in.
Ty lowerType(Program &program, const ast::Type &type, TypeLowering &context);
/// Arguments for `def` from the segments of a path (`parent_args`: those of the enclosing item, already known). Omitted type arguments become
/// `inferredType` when `infer_missing`, else their default or E0107.
Args lowerArgs(Program &program, DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing, TypeLowering &context);
/// Lowers a trait bound's path with the given self type; projections (`Item = T`) are appended to `projections`.
std::optional<TraitRef> lowerTraitRef(Program &program, const ast::Path &path, Ty self, llvm::SmallVectorImpl<Predicate> &projections, TypeLowering &context);

} // namespace lien
