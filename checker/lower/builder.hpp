// The builder that turns one typed body into MIR: its state, and the functions that the files of this folder share.
//
// The order in which things are evaluated, which temporaries exist and where they die, what is moved and what is copied, follow rustc's MIR construction,
// because a verdict depends on each. Sources: Reference "Expressions" (evaluation order of operands), "Destructors" (drop scopes, scopes of temporaries and
// their extension); rustc dev guide "MIR construction". The builder has a cursor, the block at which code is being written: each function writes its
// code there and leaves the cursor where execution goes on.
//
//   scopes.cpp      scopes and what they drop, jumps out of them
//   extension.cpp   which temporaries of a `let` live as long as its variables
//   operands.cpp    expressions as places, operands, temporaries
//   rvalues.cpp     expressions as rvalues; arithmetic and its checks
//   into.cpp        expressions written into a destination
//   branches.cpp    conditions, `&&`, `||`, `if`
//   statements.cpp  blocks, `let`, assignments, jumps
//   match_*.cpp     patterns: the decision tree, its tests, bindings and guards
#pragma once

#include "checker/lower/cfg.hpp"
#include "checker/lower/drop_tree.hpp"
#include "checker/lower/lower.hpp"

#include "diagnostics/internal_error.hpp"
#include "diagnostics/stack_guard.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien::lower {

using mir::Operand;
using mir::Rvalue;
using mir::RvalueKind;
using mir::StatementKind;
using mir::TerminatorKind;
using typed::ExprId;
using typed::ExprKind;
using typed::PatId;
using typed::PatKind;

/// Position of a scope on the stack of open scopes.
using ScopeIndex = std::uint32_t;
inline constexpr ScopeIndex no_scope = UINT32_MAX; ///< of temporaries that live for ever (in constants)

struct Scope {
  llvm::SmallVector<ScheduledDrop, 4> drops;
  llvm::SmallVector<Local, 4> moved;        ///< temporaries of a finished call: dropped only when unwinding
  std::uint32_t cached_unwind = UINT32_MAX; ///< node of the unwind tree after all drops up to here; none: not known
  std::uint32_t exit_tree = UINT32_MAX;     ///< the tree (by serial number) of the jump that left through here last …
  std::uint32_t exit_node = 0;              ///< … and its node after all drops up to here
  ScopeIndex temporaries = 0;               ///< the innermost scope from here outwards at whose end temporaries die
  Span span;
  mir::ScopeId id; ///< made when the first drop needs it
};

/// What `break`, `continue` and `return` can leave.
struct Breakable {
  ExprId target;        ///< the Loop or Block; invalid: the body
  ScopeIndex scope = 0; ///< the scope around it
  Place destination;    ///< of the value
  DropTree *breaks = nullptr;
  DropTree *continues = nullptr; ///< loops only
};

enum class NeedsTemporary : std::uint8_t { No, Maybe };
enum class Schedule : std::uint8_t { No, Yes };

struct MatchTree;
struct Candidate;
struct Branch;
struct SubBranch;
struct Binding;

class Builder {
public:
  Builder(Program &program, const typed::TypedBody &body, mir::Body &out, DiagnosticSink &sink);

  /// False when the body was declined.
  bool run();

private:
  using Lifetime = ScopeIndex;

  // ------------------------------------------------------------------------------------------------------------ basics (lower.cpp)
  const typed::Expr &expr(ExprId id) const { return typed_.exprs[id]; }
  /// Of the expression as written, below its adjustments: these point into a block, its scope is all of it.
  Span writtenSpan(ExprId id) const;
  const typed::Pat &pat(PatId id) const { return typed_.pats[id]; }
  [[nodiscard]] Ty typeOf(Place place) const { return out_.places[place].ty; }
  void lowerBody();
  void lowerParams();
  bool tooDeep(Span span);
  void declineUnknown(Ty ty, Span span);

  struct Facts {
    bool copy = false, drop = false;
  };
  /// Whether values are copied and whether dropping them does anything; declines the body where that is unknown.
  Facts factsOf(Ty ty, Span span);
  bool isCopy(Ty ty, Span span) { return factsOf(ty, span).copy; }
  bool needsDrop(Ty ty, Span span) { return factsOf(ty, span).drop; }
  /// True when no value of the type can exist, as far as this module sees.
  bool isUninhabited(Ty ty, Span span);
  [[nodiscard]] bool isUnit(Ty ty) const { return ty == types_.unit; }

  Local newLocal(const mir::LocalDecl &decl);
  Local newTemporary(Ty ty, Span span);
  Place place(Local local) const { return local_places_[local.index()]; }
  Place field(Place base, std::uint32_t index, Ty ty);
  Place downcast(Place base, std::uint32_t variant);
  Place deref(Place base, Ty ty);

  // Statements at the cursor.
  void assign(Place place, const Rvalue &value, Span span);
  void assignUnit(Place place, Span span);
  void assignBool(Place place, bool value, Span span);
  void statement(StatementKind kind, Place place, Span span);
  void fakeRead(mir::FakeReadCause cause, Place place, Span span);
  void ascribe(Place place, typed::UserTypeId type, Span span, bool may_widen = false);
  /// Ends the cursor's block; the caller moves the cursor.
  mir::Terminator &terminate(TerminatorKind kind, Span span) { return cfg_.terminate(at_, kind, span); }
  void jumpTo(Block target, Span span) { cfg_.jump(at_, target, span); }
  /// `if operand { .. } else { .. }`; two fresh blocks.
  std::pair<Block, Block> branchOn(const Operand &condition, Span span);

  // Operands and rvalues as values.
  template <typename T> mir::List<T> keep(llvm::ArrayRef<T> list) { return list.copy(out_.arena); }
  static Operand copyOf(Place place) { return {Operand::Kind::Copy, place, 0}; }
  static Operand moveOf(Place place) { return {Operand::Kind::Move, place, 0}; }
  Operand constant(const mir::Constant &constant);
  Operand integer(Ty ty, std::uint64_t value, Span span);
  /// Move or Copy, as the type says.
  Operand consume(Place place, Span span);
  Rvalue use(const Operand &operand, Ty ty);
  Rvalue refTo(Place place, mir::BorrowKind kind, Ty ty);
  Rvalue binary(RvalueKind kind, ast::BinaryOp op, const Operand &a, const Operand &b, Ty ty);
  Ty sharedRef(Ty ty) { return types_.ref(Region::erased(), ty, Mutability::Not); }

  // ---------------------------------------------------------------------------------------------------------------- scopes.cpp
  ScopeIndex pushScope(Span span, bool is_terminating);
  void popScope();
  Scope &scope(ScopeIndex index) { return scopes_[index]; }
  [[nodiscard]] ScopeIndex topScope() const { return depth_ - 1; }
  /// Where the temporaries of the code at the cursor die.
  [[nodiscard]] ScopeIndex temporaryScope() const { return scopes_[depth_ - 1].temporaries; }
  /// Enters the scope of an expression, if it needs one. Adjustments share the scope of what they adjust.
  bool enterExpr(ExprId id, bool as_condition = false);
  /// Where the scope of an expression (a statement, a match arm) ends, as its last byte: at `span`, or where the outermost call of a built-in macro begins, if
  /// one made the expression. The macro's own text, in which it ends, is not the user's.
  [[nodiscard]] Span scopeSpan(const typed::Expr &made, Span span);
  void markTerminating(ExprId id) { expr_flags_[id.index()] |= terminating_flag; }
  mir::ScopeId scopeId(ScopeIndex index);

  void scheduleStorage(ScopeIndex index, Local local);
  /// The destructor of a local, if its type has one.
  void scheduleValue(ScopeIndex index, Local local, Span span);
  void schedule(ScopeIndex index, Local local, bool is_value);
  /// Ways out computed for the scopes from `index` inwards no longer hold.
  void invalidateExits(ScopeIndex index, bool unwinding_too);
  /// Takes back what the innermost scopes were to drop.
  void forgetDrops(std::uint32_t scope_count);
  /// Temporaries that a call has consumed: from here on dropped only when unwinding.
  void markMoved(llvm::ArrayRef<Operand> operands);
  /// The node of the unwind tree that drops all that is live in the scopes up to `index`.
  std::uint32_t unwindNode(ScopeIndex index);
  /// `block` ends with a terminator that may unwind.
  void unwindFrom(Block block);

  DropTree *takeTree();
  void returnTree(DropTree *tree) { free_trees_.push_back(tree); }
  void pushBreakable(ExprId target, Place destination, bool is_loop);
  /// Ends the innermost breakable: writes the drops of its jumps. `falls_through`: the cursor is a normal end too. The cursor goes on behind all of them.
  void popBreakable(bool falls_through, Block loop_block, mir::ExitKind break_kind, Span span);
  Block buildExits(DropTree &tree, ScopeIndex outside, mir::ExitKind kind, Block target);
  void leaveScopes(DropTree &tree, ScopeIndex outside);
  void jumpOut(DropTree &tree, ScopeIndex outside, mir::ExitKind kind, Span span, Span exit_span);

  /// Code that may fail on the way (conditions, patterns): `failElse` leaves to the failure block that `endFallible` returns.
  struct Fallible {
    ScopeIndex outside = 0;
    DropTree *tree = nullptr;
  };
  void beginFallible(ScopeIndex outside);
  Block endFallible();
  void failElse(Block block, Span span);

  // ------------------------------------------------------------------------------------------------------------- extension.cpp
  void extendTemporaries(ExprId initialiser, PatId pattern, ScopeIndex lifetime);
  [[nodiscard]] bool isFormatArguments(const typed::Expr &call) const;
  void extendBorrowed(ExprId id, ScopeIndex lifetime);
  void extendOperand(ExprId id, ScopeIndex lifetime);
  bool bindsByReference(PatId pattern) const;
  ExprId source(ExprId id) const;
  Lifetime temporaryLifetime(ExprId id) const;

  // -------------------------------------------------------------------------------------------------------------- operands.cpp
  Place asPlace(ExprId id, bool is_mut);
  Place placeOf(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows);
  Place placeInner(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows);
  Place indexPlace(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows);
  void boundsCheck(Place base, Local index, Span span);
  void fakeBorrowBase(Place base, llvm::SmallVectorImpl<Local> &fake_borrows, Span span);
  Operand lengthOf(Place base, Span span);
  Local asTemp(ExprId id, Lifetime lifetime, bool is_mut);
  Local tempInner(ExprId id, Lifetime lifetime, bool is_mut);
  Place staticPlace(const typed::Expr &at);
  /// `scope`: where a temporary for the operand dies.
  Operand asOperand(ExprId id, ScopeIndex scope, NeedsTemporary needs);
  Operand operandInner(ExprId id, ScopeIndex scope, NeedsTemporary needs);
  Operand constantOf(ExprId id);
  Place variablePlace(typed::LocalId local);
  bool isConstantKind(ExprId id) const;

  // --------------------------------------------------------------------------------------------------------------- rvalues.cpp
  /// The operands' temporaries die with the scope that is innermost now, not with that of the expression itself.
  Rvalue asRvalue(ExprId id);
  Rvalue rvalueInner(ExprId id, ScopeIndex scope);
  Rvalue buildBinary(ast::BinaryOp op, const Operand &lhs, const Operand &rhs, Ty ty, Span span);
  Rvalue buildUnary(const typed::Expr &at, ScopeIndex scope);
  Rvalue buildCast(const typed::Expr &at, ScopeIndex scope);
  Rvalue buildRepeat(const typed::Expr &at, ScopeIndex scope);
  Operand fieldOperand(ExprId id, ScopeIndex scope);
  Rvalue buildList(const typed::Expr &at, mir::AggregateKind kind, ScopeIndex scope);
  void checkShift(const Operand &distance, Span span);
  void checkDivision(const Operand &lhs, const Operand &rhs, Ty ty, Span span);
  void assertThat(const Operand &condition, Span span);
  Operand twice(const Operand &operand) const { return operand.kind == Operand::Kind::Move ? copyOf(operand.place) : operand; }
  Place temporaryFor(const Rvalue &value, Span span);

  // ------------------------------------------------------------------------------------------------------------------ into.cpp
  void into(Place destination, ExprId id);
  void intoInner(Place destination, ExprId id);
  void callInto(Place destination, ExprId id);
  void callWith(Place destination, const Operand &callee, llvm::ArrayRef<Operand> arguments, llvm::ArrayRef<Span> spans, const typed::Expr &at);
  bool isConstructorCall(const typed::Expr &call) const;
  void constructInto(Place destination, const typed::Expr &at);
  void adtInto(Place destination, const typed::Expr &at);
  void castInto(Place destination, ExprId id);
  void castValueInto(Place destination, ExprId id);
  Place castPlace(ExprId id);
  /// The type of a cast is written, and may hold lifetimes.
  bool namesLifetimes(const typed::Expr &cast) const;
  void borrowInto(Place destination, const typed::Expr &at);
  void loopInto(Place destination, ExprId id);
  void neverInto(const typed::Expr &at);
  mir::BorrowKind borrowKindOf(const typed::Expr &at) const;

  // -------------------------------------------------------------------------------------------------------------- branches.cpp
  void ifInto(Place destination, ExprId id);
  void logicalInto(Place destination, ExprId id);
  /// Writes a condition: the cursor goes on where it holds, `failElse` leaves where it does not. `scope`: where the tested value's temporary dies
  /// (no_scope: the innermost).
  void condition(ExprId id, ScopeIndex scope, bool declare_bindings);
  void conditionInner(ExprId id, ScopeIndex scope, bool declare_bindings);
  void conjunction(ExprId id, ScopeIndex scope, bool declare_bindings);
  void disjunction(ExprId id, ScopeIndex scope);
  llvm::SmallVector<ExprId, 4> chain(ExprId id);
  void letCondition(const typed::Expr &let, bool declare_bindings);
  void markCondition(ExprId id);
  void markLogicalOperands(const typed::Expr &at);

  // ------------------------------------------------------------------------------------------------------------ statements.cpp
  void blockExprInto(Place destination, ExprId id);
  void blockInto(Place destination, typed::BlockId id);
  void letStatement(const typed::Stmt &stmt, const typed::Block &block);
  void letElse(const typed::Stmt &stmt, Span rest);
  void letWithout(const typed::Stmt &stmt);
  void intoPattern(const typed::Stmt &stmt);
  void statementExpr(ExprId id, ScopeIndex statement_scope);
  void statementInner(ExprId id, ScopeIndex statement_scope);
  void assignStatement(const typed::Expr &at);
  void assignOpStatement(const typed::Expr &at);
  void dropAndReplace(Place target, const Rvalue &value, const typed::Expr &at);
  void breakOut(const Breakable &breakable, bool is_continue, ExprId value, const typed::Expr &jump);
  const Breakable &breakableOf(ExprId target) const;

  // ---------------------------------------------------------------------------------------------------------------- match_*.cpp
  void matchInto(Place destination, ExprId id);
  using FakeBorrows = llvm::ArrayRef<std::pair<Place, Local>>;
  Place scrutineePlace(ExprId id);
  void placeIntoPattern(PatId pattern, Place scrutinee, typed::UserTypeId user_type);
  MatchTree lowerMatchTree(Place scrutinee, Span scrutinee_span, Span start_span, llvm::ArrayRef<std::pair<PatId, bool>> patterns, bool refutable);
  void bindPattern(const Branch &branch, FakeBorrows fake_borrows, ExprId guard, ScopeIndex match_scope, Span span);
  void bindBranch(const SubBranch &branch, FakeBorrows fake_borrows, ExprId guard, ScopeIndex match_scope, Schedule schedule);
  void bindForBody(const Binding &binding, Schedule schedule);
  void bindForGuard(const Binding &binding, Schedule schedule);
  Rvalue bindingValue(const Binding &binding);
  friend class MatchBuilder;

  // Variables of patterns (match_bind.cpp).
  void declareBindings(PatId pattern, bool has_guard, typed::UserTypeId user_type);
  void declareGuardBindings(ExprId guard);
  void visitBindings(PatId id, llvm::function_ref<void(const typed::Pat &)> visit);
  void ascribeScrutinee(const MatchTree &tree, Place scrutinee, typed::UserTypeId type, Span span);
  Local storageLive(typed::LocalId id, Span span, bool in_guard, Schedule schedule);
  void scheduleBinding(typed::LocalId id, Span span);

  Program &program_;
  TypeStore &types_;
  const typed::TypedBody &typed_;
  mir::Body &out_;
  DiagnosticSink &sink_;
  ParamEnv env_;
  TypeFacts facts_;
  DefId module_;
  Cfg cfg_;
  Block at_;
  bool declined_ = false;
  bool is_const_ = false; ///< the body of a constant or static: extended temporaries live for ever

  std::vector<Place> local_places_; ///< by mir local
  llvm::DenseMap<std::uint32_t, Facts> fact_cache_;
  llvm::DenseMap<std::uint32_t, bool> uninhabited_cache_;

  std::vector<Scope> scopes_; ///< the first `depth_` are open; the others keep their memory
  std::uint32_t depth_ = 0;
  DropTree unwind_;
  std::vector<std::unique_ptr<DropTree>> trees_;
  std::vector<DropTree *> free_trees_;
  std::uint32_t next_tree_serial_ = 0;
  std::vector<Breakable> breakables_;
  std::vector<Fallible> fallibles_;
  ScopeIndex variables_ = 0; ///< the scope of variables declared now
  Local unit_temporary_;

  static constexpr std::uint8_t terminating_flag = 1; ///< temporaries of this expression die with it
  static constexpr std::uint8_t adjusted_flag = 2;    ///< inside the scope of an adjustment around it
  std::vector<std::uint8_t> expr_flags_;
  std::optional<std::vector<Span>> macro_calls_;       ///< `scopeSpan`: the outermost calls of built-in macros, in the order of the source
  llvm::DenseMap<std::uint32_t, ScopeIndex> extended_; ///< by source expression

  struct Variable {
    Local local;
    Local guard_ref;
    ScopeIndex scope = 0;
    std::uint32_t guards = 0; ///< open guards in which it is seen through its reference
  };
  std::vector<Variable> variables_of_; ///< by typed local
};

} // namespace lien::lower
