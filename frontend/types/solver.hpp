// The engine behind `InferContext`: variables with an undo log, unification, selection of impls, projections and the list of pending obligations.
//
// One class, several files, one idea each: `unify.cpp` (variables, relating types), `select.cpp` and `select_builtin.cpp` (which impl or bound
// answers a goal), `evaluate.cpp` (whether it holds), `project.cpp` (values of associated types), `fulfill.cpp` (pending obligations). Terms as in the rustc
// dev guide, "Trait solving".
//
// Two ways to ask: *evaluating* answers a goal inside a probe and changes nothing; *fulfilling* commits to what selection finds and so determines
// variables. Selection itself never looks at nested goals while one candidate is left; that is rustc's rule, and inference depends on it.
#pragma once

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/solver_cache.hpp"

namespace lien {

enum class VariableKind : std::uint8_t { General, Int, Float, Const };

/// How a goal is answered.
struct Candidate {
  enum class Kind : std::uint8_t {
    Silent,   ///< holds without further ado: by a rule, or because an error is mentioned
    Bound,    ///< a where-clause, item bound or trait object's own trait: `bound` is related to the goal
    Impl,     ///< `impl`
    Builtin,  ///< Copy, Clone, Sized, auto traits: holds if it does for the type's parts
    Callable, ///< Fn traits of functions
  } kind{};
  DefId impl;
  Args bound;
};

struct Selection {
  Answer answer{}; ///< Yes: `candidate` is the one; its nested goals may still fail
  Candidate candidate;
  /// What this answer would rest on is not fully declared: a No below it means Unknown, and so does an Ambiguous that stays.
  bool open = false;
  std::optional<Answer> evaluated; ///< with nested goals, where selection had to look at them
};

struct Projected {
  Answer answer{}; ///< Yes: `value` (possibly the projection itself, if it is rigid)
  Ty value;
};

class Solver {
public:
  Solver(Program &program, const ParamEnv &env);

  Program &program;
  TypeStore &store;
  SolverCache &cache;

  // ---------------------------------------------------------------------------------------------- variables (unify.cpp)
  Ty newVariable(VariableKind kind, Span origin);
  Const newConstVariable(Span origin);
  Args freshArgs(DefId def, Args given, Span origin);
  [[nodiscard]] std::uint32_t root(std::uint32_t variable);
  Ty shallow(Ty ty) { return store.data(ty).kind == TyKind::Infer ? shallowVariable(ty) : ty; }
  Const shallow(Const constant);
  Ty resolve(Ty ty);
  /// What deep types resolve to, until something is determined: else each type of a long chain of borrows would be resolved from the bottom.
  llvm::DenseMap<std::uint32_t, Ty> deep_resolutions;
  Args resolve(Args args);
  [[nodiscard]] Span originOf(Ty variable);
  void markDiverging(Ty variable);
  bool applyFallback();
  /// True while something in `args` is not determined. For resolved arguments.
  [[nodiscard]] bool hasVariables(Args args) const { return (store.flagsOf(args) & TypeFlags::HasInferType) != 0; }

  InferContext::Snapshot snapshot();
  void rollback(const InferContext::Snapshot &snapshot);
  void commit(const InferContext::Snapshot &snapshot);

  /// Relates as far as possible; what was bound before a failure stays bound: callers hold a snapshot. Projections met become `goals`.
  bool relate(Ty a, Ty b, Goals &goals);
  bool relate(Const a, Const b);
  bool relateArgs(Args a, Args b, Goals &goals);
  /// False only if `relate` cannot succeed. Parameters in `pattern` stand for anything when `open_params`.
  bool mayUnify(Ty pattern, Ty ty, bool open_params, unsigned fuel = 8);
  bool mayUnify(Args pattern, Args args, bool open_params, unsigned fuel = 8);

  // ------------------------------------------------------------------------------- selection (select.cpp, select_builtin.cpp)
  Selection select(DefId trait, Args args);
  /// Relates the candidate to the goal and appends what must hold besides. False when they do not fit.
  bool confirm(const Candidate &candidate, DefId trait, Args args, Goals &nested, Args *impl_args = nullptr);
  std::optional<FnSig> functionSig(Ty ty, Goals &goals);

  // --------------------------------------------------------------------------------------------------- evaluation (evaluate.cpp)
  Answer evaluate(const Goal &goal);
  /// No as soon as one goal fails, else the worst answer.
  Answer evaluateAll(llvm::ArrayRef<Goal> goals);
  /// `evaluate` in a probe of its own, for goals about a trait.
  Answer evaluateTrait(DefId trait, Args args);
  Answer holds(Ty ty, DefId trait);

  // ------------------------------------------------------------------------------------------------- projections (project.cpp)
  Ty normalize(Ty ty, Goals &goals);
  Args normalize(Args args, Goals &goals);
  /// `ty` is a projection: its value; a variable with a goal where that cannot be told yet.
  Ty normalizeProjection(Ty ty, Goals &goals);
  Projected project(DefId assoc, Args args, Goals &goals);
  FnSig normalize(const FnSig &sig, Goals &goals);

  // ------------------------------------------------------------------------------------------------- obligations (fulfill.cpp)
  void require(const Obligation &obligation);
  void requirePredicates(DefId def, Args args, Span span, ObligationCause cause);
  void requireGoals(llvm::ArrayRef<Goal> goals, const Obligation &root);
  void selectWherePossible();
  void selectAll();
  std::vector<FailedObligation> takeFailures();

  // A probe: an evaluation that is always undone and wakes no obligation.
  class Probe {
  public:
    explicit Probe(Solver &solver) : solver_(solver), snapshot_(solver.snapshot()) { ++solver_.probes_; }
    ~Probe() {
      solver_.rollback(snapshot_);
      --solver_.probes_;
    }
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;
    [[nodiscard]] std::uint32_t firstFresh() const { return snapshot_.variable_count; }
    [[nodiscard]] std::uint32_t undoMark() const { return snapshot_.undo_length; }

  private:
    Solver &solver_;
    InferContext::Snapshot snapshot_;
  };

  /// Appends what a trait object implements by its very type: its principal trait and all that this implies.
  void appendImplied(Ty object, Goals &out);
  [[nodiscard]] llvm::ArrayRef<Goal> envTraits() const { return env_traits_; }
  /// Set when `relate` met an Unknown where something definite stood on the other side; callers reset it.
  bool touched_unknown = false;

private:
  friend class Probe;
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Variable {
    std::uint32_t parent;          ///< itself: a root
    std::uint32_t value = none;    ///< bits of the type or constant it is bound to
    std::uint32_t watchers = none; ///< head of its list in `watches_`
    VariableKind kind{};
    bool diverging = false;
    Ty self;
    Span origin;
  };
  struct Undo {
    enum class Kind : std::uint8_t { Parent, Value, Diverging, Pending } kind{};
    std::uint32_t index = 0;
  };
  struct Watch {
    std::uint32_t pending;
    std::uint32_t next;
  };
  struct Pending {
    Goal goal;
    std::uint32_t origin = 0; ///< index in `origins_`
    std::uint16_t depth = 0;
    bool solved = false;
    bool queued = false;
    bool open = false;      ///< below a selection that is open: a No means Unknown
    bool undecided = false; ///< its own impls are not all declared: an Ambiguous that stays means Unknown
  };

  // unify.cpp
  std::uint32_t addVariable(VariableKind kind, Span origin);
  Ty shallowVariable(Ty ty);
  [[nodiscard]] bool isUnbound(std::uint32_t root_variable) const { return variables_[root_variable].value == none; }
  void bind(std::uint32_t root_variable, std::uint32_t value);
  void unite(std::uint32_t a, std::uint32_t b);
  bool relateVariable(Ty variable, Ty other, Goals &goals);
  bool relateProjection(Ty a, Ty b, Goals &goals);
  bool relateStructure(Ty a, Ty b, Goals &goals);
  bool relateDynamic(Ty a, Ty b, Goals &goals);
  bool relateUnderBinder(GenericArg a, GenericArg b, Goals &goals);
  bool occurs(std::uint32_t root_variable, Ty ty);
  void record(Undo::Kind kind, std::uint32_t index) {
    if (kind == Undo::Kind::Value || kind == Undo::Kind::Parent)
      deep_resolutions.clear();
    if (open_snapshots_ != 0)
      undo_.push_back({kind, index});
  }
  /// Did anything since the mark determine a variable that existed before `first_fresh`?
  [[nodiscard]] bool boundOlderThan(std::uint32_t first_fresh, std::uint32_t undo_mark) const;
  void wake(std::uint32_t variable);

  // select.cpp
  std::optional<Selection> selectBound(DefId trait, Args args, bool has_variables);
  Selection selectImpl(DefId trait, Args args, bool has_variables);
  bool matchImpl(DefId impl, Args args, Goals &nested, Args &impl_args);
  bool implsMayBeMissing(DefId trait, Args args);
  bool mentionsUserType(GenericArg arg);
  bool supertraitFails(DefId trait, Args args);
  // evaluate.cpp
  Answer evaluateCandidate(const Candidate &candidate, DefId trait, Args args);
  Answer evaluateSelected(DefId trait, Args args);
  [[nodiscard]] Args canonical(Args args);
  // select_builtin.cpp
  std::optional<Selection> selectBuiltin(DefId trait, Args args);
  Selection selectSized(Ty self);
  Selection selectCopyOrClone(Ty self);
  std::optional<Selection> selectAuto(DefId trait, Ty self);
  void builtinParts(DefId trait, Ty self, llvm::SmallVectorImpl<Ty> &parts);
  // project.cpp
  bool allHold(llvm::ArrayRef<Goal> goals);
  std::optional<Projected> projectByBounds(DefId assoc, Args args, Goals &goals);
  std::optional<Projected> matchProjectionBounds(llvm::ArrayRef<Goal> bounds, DefId assoc, Args args, Goals &goals);
  Projected projectByImpl(DefId impl, Args impl_args, DefId assoc, Args own_args, Goals &goals);
  // fulfill.cpp
  void push(const Goal &goal, std::uint32_t origin, std::uint16_t depth, bool open);
  void process(std::uint32_t index);
  void processTrait(std::uint32_t index);
  void processProjection(std::uint32_t index);
  void solved(std::uint32_t index);
  void stall(std::uint32_t index, Args args);
  void fail(std::uint32_t index, Answer answer, std::optional<std::pair<Ty, Ty>> mismatch = std::nullopt);
  void pushNested(std::uint32_t parent, llvm::ArrayRef<Goal> goals, bool open);
  bool isPendingBelow(std::uint32_t origin, const Goal &goal, bool open);
  bool holdsTrivially(const Goal &goal, Args args);
  void enqueue(std::uint32_t index);

  std::vector<Goal> env_traits_, env_projections_;
  bool env_is_global_ = false; ///< the environment speaks of types without parameters too: answers about those are not the program's

  std::vector<Variable> variables_;
  std::vector<Undo> undo_;
  std::uint32_t open_snapshots_ = 0;
  std::uint32_t probes_ = 0;

  struct Frame {
    DefId trait;
    Args args;
  };
  llvm::SmallVector<Frame, 8> stack_; ///< goals being evaluated
  std::uint32_t cycle_head_ = none;   ///< the outermost frame that the evaluation under way came back to
  bool overflowed_ = false;           ///< the evaluation under way met the limit of depth: nothing else that it asks is looked into
  std::uint32_t projection_depth_ = 0;
  llvm::DenseMap<SolverCache::AnswerKey, Answer> answers_;
  llvm::DenseMap<SolverCache::AnswerKey, Answer> open_answers_; ///< by canonical arguments; within one outermost evaluation
  llvm::DenseMap<std::uint32_t, Ty> projections_;

  struct Origin {
    Obligation obligation;
    std::uint32_t nested = 0; ///< how many goals came out of it so far
  };
  std::vector<Origin> origins_;
  /// Goals deep below an origin, by origin, trait and arguments: where in `pending_` each is. What a rollback leaves behind is told by comparing.
  llvm::DenseMap<std::pair<std::uint64_t, const GenericArg *>, std::uint32_t> deep_goals_;
  std::vector<Pending> pending_;
  std::uint32_t unsolved_ = 0; ///< how many of `pending_`
  std::vector<Watch> watches_;
  std::vector<std::uint32_t> ready_;
  std::vector<FailedObligation> failures_;
};

} // namespace lien
