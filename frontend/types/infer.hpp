// Inference inside one body: variables, unification, obligations, projections, and the lookup of methods.
//
// Inference works on types whose free regions are erased (the MIR type check brings regions back), so relating two types is equality; only binders
// (`for<'a> fn(&'a T)`) keep their bound regions. Every question has four answers: yes, no, not yet (`Ambiguous`), and `Unknown`, where an incomplete
// or declined definition makes it impossible to say no. Sources: Reference "Type inference", rustc dev guide "Trait solving", "Method lookup".
#pragma once

#include "frontend/types/program.hpp"

namespace lien {

enum class Answer : std::uint8_t { Yes, No, Ambiguous, Unknown };

/// What is known inside an item: its predicates with supertraits elaborated.
struct ParamEnv {
  std::vector<Predicate> predicates;
};
ParamEnv paramEnvOf(Program &program, DefId item);

/// Why something must hold; the one who words the error reads it.
enum class ObligationCause : std::uint8_t {
  Misc,
  WhereClause,
  Call,
  BinaryOp,
  SizedLocal,
  SizedArgument,
  SizedReturn,
  RepeatElement,
  ForLoop,
  QuestionMark,
  Format,
  MainReturn,
  StructField,
  Coercion
};
struct Obligation {
  Predicate predicate; ///< predicate.span: where the bound is written (if it is)
  Span span;           ///< absolute; where it is needed
  ObligationCause cause{};
  std::uint32_t argument = UINT32_MAX; ///< Call: index of the argument whose type the bound speaks of, if any
  std::uint32_t depth = 0;
  DefId of;                      ///< `requirePredicates`: whose predicate it is …
  std::uint32_t bound_index = 0; ///< … and which, among its Trait and Projection predicates
};
struct FailedObligation {
  Obligation obligation;                     ///< the root as registered
  Predicate leaf;                            ///< the nested predicate that does not hold (equals the root's where nothing is nested)
  Answer answer{};                           ///< No, Ambiguous (E0282/E0283) or Unknown (decline)
  std::optional<std::pair<Ty, Ty>> mismatch; ///< Projection: expected and found (E0271)
};

class InferContext {
public:
  InferContext(Program &program, ParamEnv env);
  ~InferContext();

  [[nodiscard]] Program &program() { return program_; }
  [[nodiscard]] TypeStore &types() { return program_.types(); }
  [[nodiscard]] const ParamEnv &env() const { return env_; }

  // Variables. `span`: the place that E0282 points at when the variable is never determined.
  Ty newTypeVar(Span span);
  Ty newIntVar();
  Ty newFloatVar();
  Const newConstVar(Span span);
  [[nodiscard]] Span originOf(Ty variable) const;
  /// Fresh variables for every parameter of `def` after the first `given.size()`, which are taken as they are; regions Erased.
  Args freshArgs(DefId def, Args given, Span span);
  /// Marks a type variable as coming from a diverging expression: falls back to `!` (edition 2024) instead of being an error.
  void markDiverging(Ty variable);

  /// Replaces a variable at the outermost position by what is known of it.
  Ty shallow(Ty ty);
  /// Replaces all known variables, at every depth.
  Ty resolve(Ty ty);
  Args resolve(Args args);
  Const resolve(Const constant);

  /// Makes two types equal, or changes nothing and says false. Error and Unknown unify with everything. Projections are normalised on the way
  /// (nested obligations are registered).
  bool unify(Ty a, Ty b);
  bool unify(Args a, Args b);

  struct Snapshot {
    std::uint32_t undo_length = 0;
    std::uint32_t obligation_count = 0;
    std::uint32_t variable_count = 0;
    std::uint32_t failure_count = 0;
  };
  /// Snapshots nest: the last one taken is the first one ended.
  Snapshot snapshot();
  void rollback(const Snapshot &snapshot);
  void commit(const Snapshot &snapshot);

  // Obligations.
  void require(Obligation obligation);
  /// Registers the predicates of `def` with `args` put in.
  void requirePredicates(DefId def, Args args, Span span, ObligationCause cause);
  /// Makes what progress is possible; failures are appended to `failures()`.
  void selectWherePossible();
  /// After fallback: what is still ambiguous becomes a failure too.
  void selectAll();
  std::vector<FailedObligation> takeFailures();
  /// Integer variables become i32, floats f64, diverging ones `!`. True when anything changed.
  bool applyFallback();

  /// Does it hold? Nothing is changed.
  Answer evaluate(const Predicate &predicate);
  Answer implements(Ty ty, DefId trait); ///< no further arguments
  Answer isCopy(Ty ty);
  Answer isSized(Ty ty);
  /// Replaces projections by their values where the trait selection allows, by variables with an obligation where it cannot yet.
  Ty normalize(Ty ty, Span span);
  /// The closure's or function's callable signature, if the type is callable: FnDef, FnPtr (late-bound regions Erased), or through Fn bounds.
  std::optional<FnSig> callableSig(Ty ty);

  // Autoderef: `ty`, `*ty`, `**ty` … built-in dereferences (references, Box) and Deref impls.
  struct DerefStep {
    Ty ty;                   ///< type after this step
    bool overloaded = false; ///< reached through `Deref::deref`, not a built-in dereference
  };
  /// All steps from `ty` itself on. `reached_unknown`: the chain ended at something unknown or at a type variable.
  llvm::SmallVector<DerefStep, 4> autoderef(Ty ty, bool &reached_unknown, Span span);
  /// One step; nothing when `ty` cannot be dereferenced.
  std::optional<DerefStep> derefOnce(Ty ty, Span span);

  // Methods. Reference, "Method-call expressions".
  struct MethodPick {
    DefId method;
    Args parent_args;         ///< arguments of the impl or trait (fresh variables where undetermined); the method's own follow by `freshArgs`
    std::uint32_t derefs = 0; ///< steps of autoderef taken on the receiver
    enum class Autoref : std::uint8_t { None, Ref, Mut } autoref{};
    bool unsize = false;                   ///< array to slice before the autoref
    llvm::SmallVector<DerefStep, 4> steps; ///< the autoderef steps (steps[0] is the receiver itself)
  };
  enum class MethodError : std::uint8_t {
    NotFound,
    Private,
    Ambiguous,
    ReceiverUnknown, ///< a step's type is not known yet (E0282)
    Unknown,         ///< something incomplete or declined stands in the way
    BadBounds,
    Silent,           ///< the receiver is in error: nothing more to say
    AmbiguousNumeric, ///< the receiver is `{integer}` or `{float}` and some numeric type has the method (E0689)
  };
  struct MethodResult {
    std::optional<MethodPick> pick;
    MethodError error{};
    DefId candidate;       ///< Private: the private method; BadBounds: a method whose bounds do not hold; NotFound: a field of that name, if any
    Predicate unsatisfied; ///< BadBounds: the first bound that does not hold
    llvm::SmallVector<DefId, 2> candidates; ///< Ambiguous; NotFound: traits out of scope that have it
  };
  MethodResult lookupMethod(Ty receiver, Symbol name, DefId from_module, Span span);
  /// `Type::name`: inherent items first, then traits in scope. Found items may be AssocFn, AssocConst (and variants are the caller's).
  struct AssocPick {
    DefId item;
    Args parent_args;
  };
  struct AssocResult {
    std::optional<AssocPick> pick;
    MethodError error{};
    llvm::SmallVector<DefId, 2> candidates;
  };
  AssocResult lookupAssoc(Ty self, Symbol name, Namespace ns, DefId from_module, Span span);

  /// Unsizing (`[T; n]` to `[T]`, `T` to `dyn Trait`) of the pointee: may `from` become `to` behind a pointer? Registers what must hold.
  Answer unsize(Ty from, Ty to, Span span);

private:
  Program &program_;
  ParamEnv env_;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Facts about types outside inference (regions erased, no variables), as MIR and the checker ask them. Unknown where the world is open.
class TypeFacts {
public:
  TypeFacts(Program &program, const ParamEnv &env);
  ~TypeFacts();
  Answer isCopy(Ty ty);
  Answer isSized(Ty ty);
  /// Does dropping a value of this type do anything? (Reference "Destructors"; ManuallyDrop, references, Copy types: no.) Generic parameters: yes
  /// unless bound by Copy.
  Answer needsDrop(Ty ty);
  /// Normalised type of a field, projections replaced.
  Ty fieldType(Ty adt, std::uint32_t variant, std::uint32_t field);
  /// True for the ADT that owns its content and allows moving out of `*b`.
  bool isBox(Ty ty);
  /// Content of a Box.
  Ty boxContent(Ty ty);
  /// Whether the type, or the Box it is, is uninhabited as far as visible (`!`, empty enums, structs and tuples of such).
  Answer isUninhabited(Ty ty, DefId from_module);

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace lien
