// What trait selection keeps for a whole program: lang items at hand, predicates in the reduced form inference uses, answers without inference
// variables, and indexes from names to associated items.
//
// `Program` says what definitions mean; this cache says it in the solver's terms, once per definition. Everything here is made lazily and never holds a
// type of the overlay.
#pragma once

#include "frontend/types/infer.hpp"

#include "diagnostics/stack_guard.hpp"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace lien {

/// Something that must hold, reduced to what inference needs: regions erased, binders instantiated.
struct Goal {
  enum class Kind : std::uint8_t { Trait, Projection } kind{};
  DefId def; ///< Trait: the trait; Projection: the associated type
  Args args; ///< Self first; Projection: the associated type's own arguments follow
  Ty term;   ///< Projection: what it must be equal to
  Span span; ///< where the bound is written, absolute
};
using Goals = llvm::SmallVector<Goal, 4>;

/// An impl as selection sees it.
struct ImplHeader {
  Ty self_type; ///< regions erased
  TraitRef ref; ///< regions erased, in terms of the impl's parameters; no arguments where there is no trait or the header is not known
  bool negative = false;
  bool poisoned = false;
};

struct SolverCache {
  explicit SolverCache(Program &owner);
  static SolverCache &of(Program &program);

  Program &program;
  DefId sized, copy, clone, fn, fn_mut, fn_once, fn_once_output, deref, deref_target, box, manually_drop, phantom_data, drop;

  /// Kinds of all parameters of a definition, parents' included: what fresh arguments are made from.
  llvm::ArrayRef<GenericArg::Kind> parameterKinds(DefId def);
  /// The trait and projection predicates of a definition, in terms of its parameters, in the order of `Program::predicates`.
  llvm::ArrayRef<Goal> goalsOf(DefId def);
  /// What `Self: Trait` implies of `Self`: the trait itself, its supertraits to any depth and their projection bounds.
  llvm::ArrayRef<Goal> implied(DefId trait);
  /// What is known of a value of an associated or opaque type, supertraits included.
  llvm::ArrayRef<Goal> itemBounds(DefId assoc_or_opaque);
  const ImplHeader &header(DefId impl);
  bool isAuto(DefId trait);
  /// True when all impls of the trait for types of the library are declared.
  bool isComplete(DefId trait);
  /// True when a library type says that an impl of a complete trait for it is not declared (`#[undeclared_impls(…)]`).
  bool isUndeclared(DefId trait, DefId adt);

  /// Associated items of traits by name: every trait of the program that has an item so called.
  llvm::ArrayRef<DefId> traitItemsNamed(Symbol name);
  bool isInScope(DefId trait, DefId module);
  /// Items called `name` of the inherent impls for the outermost shape of a type.
  llvm::ArrayRef<DefId> inherentItemsNamed(Ty self, Symbol name);
  /// True when no inherent item of the type's outermost shape is undeclared.
  bool inherentItemsComplete(Ty self);
  /// The type of a method's `self`, regions erased, in terms of its parent's parameters.
  Ty receiver(DefId method);

  /// Answers about goals without inference variables and parameters; by trait and address of the interned arguments.
  using AnswerKey = std::pair<std::uint32_t, const GenericArg *>;
  llvm::DenseMap<AnswerKey, Answer> answers;
  /// Values of projections without inference variables and parameters.
  llvm::DenseMap<std::uint32_t, Ty> projections;

private:
  Goal reduce(const Predicate &predicate);
  void imply(const Goal &goal, llvm::SmallVectorImpl<Goal> &out);
  using GoalTable = llvm::DenseMap<std::uint32_t, llvm::ArrayRef<Goal>>;
  llvm::BumpPtrAllocator arena_;
  GoalTable goals_, implied_, item_bounds_;
  llvm::DenseMap<std::uint32_t, llvm::ArrayRef<GenericArg::Kind>> parameter_kinds_;
  llvm::DenseMap<std::uint32_t, const ImplHeader *> headers_;
  llvm::DenseMap<std::uint32_t, std::uint8_t> trait_bits_;
  llvm::DenseMap<std::uint32_t, llvm::SmallVector<Symbol, 2>> undeclared_;   // by type: names of traits
  llvm::DenseMap<std::uint32_t, llvm::SmallVector<DefId, 2>> trait_items_;   // of the traits that no index knows
  llvm::DenseMap<std::uint32_t, llvm::ArrayRef<DefId>> trait_items_answers_; // of traitItemsNamed
  bool trait_items_made_ = false;
  llvm::DenseMap<std::uint32_t, llvm::DenseSet<std::uint32_t>> scopes_;
  llvm::DenseMap<std::uint32_t, Ty> receivers_;
  llvm::DenseMap<std::uint64_t, bool> inherent_complete_;
  using NameTable = llvm::DenseMap<std::uint32_t, llvm::SmallVector<DefId, 2>>;
  llvm::DenseMap<std::uint64_t, NameTable> inherent_items_;
};

/// The outermost shape of a type as a key; types of one shape share their inherent impls.
std::uint64_t shapeKey(const TyData &data);
/// The goal as others know it.
Predicate predicateOf(Program &program, const Goal &goal);

} // namespace lien
