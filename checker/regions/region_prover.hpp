// Trait solving with regions: what inference decided with erased regions is done once more with region variables, to learn what must outlive what.
//
// Which impl answers a goal does not depend on regions, so selection is asked with erased types; here its header is then equated with the goal, its
// conditions are proven in turn, and associated types get their regions. The result is a list of constraints between the variables that came in and those
// made on the way. Sources: rustc dev guide, "Type-check of MIR", "Normalization"; RFC 1214 (well-formedness), Reference "Trait and lifetime bounds".
#pragma once

#include "checker/regions/region_slots.hpp"
#include "frontend/types/binders.hpp"
#include "frontend/types/solver.hpp"

namespace lien {

/// `sup: sub`; regions are `Region::var`s of the prover, `'static`, or lifetimes of the item whose body is checked.
struct RegionPair {
  Region sup, sub;
  Span bound;             ///< absolute: the bound that asks for it, where the user wrote one (empty otherwise)
  bool predicate = false; ///< asked for by a bound, the user's or the library's
  friend bool operator==(const RegionPair &, const RegionPair &) = default;
};
/// `type: region`, where the type is a parameter or a rigid projection.
struct TypeOutlives {
  Ty type;
  Region region;
  Span bound;
};

class RegionProver {
public:
  RegionProver(Program &program, RegionSlots &slots, const ParamEnv &env, Solver &solver)
      : program_(program), types_(program.types()), slots_(slots), env_(env), solver_(solver) {}

  /// Forgets everything; variables from `first_variable` on are fresh.
  void start(std::uint32_t first_variable);

  Region fresh() { return Region::var(next_variable_++); }
  /// Every region that is not bound becomes a fresh variable.
  Ty freshen(Ty ty);
  Args freshen(Args args);

  Ty normalize(Ty ty);
  /// `a` may be used where `b` is wanted, in a context of the variance.
  void relate(Ty a, Ty b, Variance variance = Variance::Covariant);
  /// The coercion `&[T; n]` to `&[T]`, `Box<T>` to `Box<dyn Trait>` and the like, of whole pointers.
  void unsize(Ty from, Ty to);
  void prove(const Predicate &predicate);
  /// All predicates of a definition with arguments put in.
  void provePredicates(DefId def, Args args);
  void wellFormed(Ty ty);
  /// What a struct or enum itself asks of its arguments, written or implied by its fields.
  void wellFormedHead(Ty adt);
  [[nodiscard]] Predicate instantiate(const Predicate &written, Args args) const;
  void outlives(GenericArg subject, Region shorter);

  [[nodiscard]] std::uint32_t variableCount() const { return next_variable_; }
  std::vector<RegionPair> pairs;
  std::vector<TypeOutlives> type_outlives;
  const char *declined = nullptr; ///< what is not understood; then nothing here means anything
  bool less_general = false;      ///< a function pointer of what was related binds less than is wanted (E0308)

  /// Only what is about regions alone is gathered (implied bounds); traits are taken to hold.
  bool assume_only = false;
  /// Every constraint pushed from now on is asked for by this bound.
  Span current_bound;
  bool in_predicate = false;

private:
  friend struct RegionNormalization;
  Ty project(DefId assoc, Args args);
  std::optional<Ty> projectByBounds(DefId assoc, Args args);
  std::optional<Ty> matchBounds(llvm::ArrayRef<Predicate> bounds, DefId assoc, Args args);
  void proveTrait(const TraitRef &goal);
  [[nodiscard]] bool isCallable(Ty self) const;
  FnSig signatureOf(Ty callable) const;
  std::optional<Ty> call(Ty callable, Ty arguments);
  bool proveForAll(const Predicate &predicate);
  void unsizePointee(Ty from, Ty to);
  void relateArgs(Args a, Args b, llvm::ArrayRef<Variance> variances, Variance context);
  void relateRegions(Region a, Region b, Variance variance);
  void relateBinders(Ty sub, Ty sup);
  bool close(const OpenedBinders &opened, std::size_t mark);
  bool instantiateImpl(DefId trait, Args args, DefId &impl, Args &impl_args);
  void decline(const char *what) {
    if (declined == nullptr)
      declined = what;
  }
  static constexpr unsigned depth_limit = 64;

  Program &program_;
  TypeStore &types_;
  RegionSlots &slots_;
  const ParamEnv &env_;
  Solver &solver_;
  std::uint32_t next_variable_ = 0;
  unsigned depth_ = 0;
  llvm::SmallVector<TraitRef, 8> proving_;
  llvm::DenseMap<std::uint32_t, Ty> normalized_; ///< projections with variables, by type
};

} // namespace lien
