// The state of inferring one body, and the functions that share it, grouped by the file that holds them.
//
// One walk over the tree makes the typed body: each `check…` function infers an expression and returns the finished typed node, implicit steps
// (adjustments) included. Types may still hold inference variables then; writeback replaces them at the end. The state is one class because inference is
// one mutually recursive function; it is split over files by topic. Sources: Reference "Expressions", "Type coercions", "Patterns"; rustc dev guide,
// "HIR type checking" and "Coercion".
//
// Spans of typed nodes are relative to the item, spans of findings and of obligations absolute.
#pragma once

#include "diagnostics/internal_error.hpp"
#include "diagnostics/stack_guard.hpp"
#include "frontend/typeck/check_body.hpp"
#include "frontend/typeck/expectation.hpp"
#include "frontend/typeck/format_string.hpp"

#include "llvm/ADT/BitVector.h"

namespace lien::typeck {

using typed::Arm;
using typed::BindingMode;
using typed::BlockId;
using typed::BorrowKind;
using typed::CoercionKind;
using typed::ConstantValue;
using typed::Desugar;
using typed::ExprId;
using typed::FieldValue;
using typed::LocalId;
using typed::PatId;
using typed::TypedBody;
using typed::UserTypeId;

/// The type that several expressions (arms, `break` values, array elements) agree on; each may be coerced to it.
/// Source: Reference, "Least upper bound coercions".
struct CoerceMany {
  explicit CoerceMany(Ty expected_type) : expected(expected_type) {}
  Ty expected;                         ///< known or a fresh variable
  Ty merged;                           ///< meaningless before the first push
  llvm::SmallVector<ExprId, 4> pushed; ///< expressions so far
  bool any = false;                    ///< something was pushed (a forced unit counts)
  bool failed = false;                 ///< a mismatch was reported: the result is Error
  bool wanted = false;                 ///< `expected` came from the context
  [[nodiscard]] Ty soFar() const { return any ? merged : expected; }
};

/// Where values that must agree come from; the wording differs.
enum class MergeSite : std::uint8_t { Arm, If, Break, ArrayElement, BlockTail, Return };

/// Something that `break` or `continue` can leave.
struct Breakable {
  enum class Kind : std::uint8_t { Loop, While, For, Block } kind{};
  Symbol label;
  ExprId target;
  CoerceMany *coerce = nullptr; ///< null: values are not allowed
  bool may_break = false;
  bool in_condition = false; ///< While: its condition is being checked
  Span span = {};            ///< absolute; of the loop's keyword
};

/// A variable that a pattern binds; all alternatives of an or-pattern share it.
struct PatBinding {
  Symbol name;
  LocalId local;
  Span span;           ///< absolute, of its first name
  bool by_ref = false; ///< as written: `ref`, `ref mut`, `mut`
  bool ref_mut = false;
  bool is_mut = false;
};

/// What one whole pattern (or parameter list) has bound so far.
struct PatBindings {
  llvm::SmallVector<PatBinding, 8> all;        ///< in order of their first appearance
  llvm::SmallVector<std::uint32_t, 8> product; ///< indices of those bound on the way to here: bound again, they clash
};

/// What is expected of a pattern and how names in it bind when nothing is written.
struct PatContext {
  BindingMode default_mode = BindingMode::Move;
  typed::Local::Source source = typed::Local::Source::Let;
  Span origin; ///< absolute; of the scrutinee or the written type, for labels; empty: none
  bool origin_is_type = false;
  std::optional<Ty> scrutinee_type; ///< with `origin`: its type
  bool irrefutable = false;         ///< `let` without `else`, parameters, `for`
  const ast::Pat *param = nullptr;  ///< the whole pattern of a parameter: the written type answers for its size
};

/// The strongest explicit `ref` or `ref mut` in a pattern: then the initialiser is a place and is not coerced.
std::optional<Mutability> explicitRef(const ast::Pat *pat);

/// "+", "+=" and so on.
llvm::StringRef operatorText(ast::BinaryOp op, bool assign);

/// What messages about a call point at.
struct CallSite {
  Span span;        ///< absolute, the whole call
  Span callee_span; ///< absolute, of the callee or the method's name
  Span args_span;   ///< absolute, between callee and end
  DefId def;        ///< the function called; invalid for pointers
  const FnSig *sig = nullptr;
  bool is_method = false;
  ExprId callee;   ///< of a function that is known
  ExprId receiver; ///< of a method, adjusted
};

class BodyChecker {
public:
  BodyChecker(Program &program, DefId owner);
  CheckedBody run();

private:
  // ------------------------------------------------------------------------------------------------ check_body.cpp
  void checkFunction();
  void checkConstant();
  Ty signatureType(Ty written, Span span);
  void addSelfParam(const ast::SelfParam &self, Ty written, PatBindings &bindings);
  Ty anonConstType();
  void finishInference();

  // ------------------------------------------------------------------------------------------------ build.cpp
  [[nodiscard]] Span rel(Span absolute) const { return absolute.relativeTo(body_->base); }
  [[nodiscard]] Span spanOf(ExprId expr) const { return body_->exprs[expr].span.absoluteFrom(body_->base); }
  [[nodiscard]] Ty typeOf(ExprId expr) const { return body_->exprs[expr].ty; }
  typed::Expr &node(ExprId expr) { return body_->exprs[expr]; }
  ExprId make(typed::ExprKind kind, Ty ty, Span span);
  ExprId makeError(Span span);
  ExprId makeUnit(Span span);
  ExprId makeLocal(LocalId local, Span span);
  ExprId makeBool(bool value, Span span);
  ExprId makeInt(std::uint64_t value, Ty ty, Span span);
  ExprId makeStr(Symbol text, Span span);
  ExprId makeBorrow(ExprId operand, Mutability mutability, BorrowKind kind, Span span);
  ExprId makeDeref(ExprId operand, Ty ty, Span span, bool implicit);
  ExprId makeField(ExprId base, std::uint32_t index, Ty ty, Span span);
  ExprId makeFnItem(DefId def, Args args, Span span);
  ExprId makeCall(ExprId callee, llvm::ArrayRef<ExprId> args, Ty output, Span span, Desugar desugar);
  ExprId makeTuple(llvm::ArrayRef<ExprId> elements, Span span);
  ExprId makeCoerce(ExprId operand, Ty ty, CoercionKind kind);
  ExprId makeBlock(llvm::ArrayRef<typed::Stmt> stmts, ExprId tail, Ty ty, Span span);
  /// The `break` by which a desugared loop ends.
  ExprId makeBreak(ExprId target, Desugar desugar, Span span);
  ExprId makeMatch(ExprId scrutinee, llvm::ArrayRef<Arm> arms, Ty ty, Span span, Desugar desugar);
  PatId makePat(typed::PatKind kind, Ty ty, Span span);
  PatId makeBindingPat(LocalId local, BindingMode mode, Ty ty, Span span);
  LocalId makeLocalDecl(Symbol name, Span span, Ty ty, typed::Local::Source source);
  UserTypeId makeUserType(Ty ty, Span span);
  /// Puts `wrap(old)` in the place of an expression that parents already refer to; returns the id that now holds the old node.
  ExprId moveAside(ExprId expr);
  void renameDeferred(ExprId from, ExprId to);
  void undoMoveAside(ExprId expr, ExprId moved);

  // ------------------------------------------------------------------------------------------------ types.cpp
  Ty shallow(Ty ty) { return infer_.shallow(ty); }
  /// What is known of a type after pending obligations had a chance.
  Ty resolved(Ty ty);
  /// Gives pending obligations their chance.
  void select();
  /// Like `resolved`, but an undetermined type is an error (E0282) and becomes Error.
  Ty known(Ty ty, Span span);
  [[nodiscard]] const TyData &data(Ty ty) const { return types_.data(ty); }
  [[nodiscard]] bool is(Ty ty, TyKind kind) const { return types_.is(ty, kind); }
  [[nodiscard]] bool isGeneralVar(Ty ty) const { return is(ty, TyKind::Infer) && data(ty).infer_kind == InferKind::General; }
  [[nodiscard]] bool isIntVar(Ty ty) const { return is(ty, TyKind::Infer) && data(ty).infer_kind == InferKind::Int; }
  [[nodiscard]] bool isFloatVar(Ty ty) const { return is(ty, TyKind::Infer) && data(ty).infer_kind == InferKind::Float; }
  /// Error or Unknown at the outermost position: silent from here on.
  [[nodiscard]] bool isSilent(Ty ty) const { return is(ty, TyKind::Error) || is(ty, TyKind::Unknown); }
  [[nodiscard]] bool mentionsSilent(Ty ty) const { return types_.has(ty, TypeFlags::HasError | TypeFlags::HasUnknown); }
  [[nodiscard]] bool isIntegral(Ty ty) const { return is(ty, TyKind::Int) || isIntVar(ty); }
  [[nodiscard]] bool isFloating(Ty ty) const { return is(ty, TyKind::Float) || isFloatVar(ty); }
  [[nodiscard]] bool isNumeric(Ty ty) const { return isIntegral(ty) || isFloating(ty); }
  /// Integers, floats, bool, char, function pointers and items: what built-in comparison and `as` work on.
  [[nodiscard]] bool isScalar(Ty ty) const;
  Ty newVar(Span span) { return infer_.newTypeVar(span); }
  Ty normalize(Ty ty, Span span) { return types_.has(ty, TypeFlags::HasProjection) ? infer_.normalize(ty, span) : ty; }
  Ty erased(Ty ty) { return eraseRegions(types_, ty); }
  std::unique_ptr<TypeLowering> typeLowering();
  Ty lowerWritten(const ast::Type &type);
  UserTypeId lowerUserType(const ast::Type &type, Ty &erased_type);
  FnSig instantiate(const FnSig &sig, Args args, Span span);
  /// A signature whose parameters are the body's own (a function pointer's): erased and normalised, nothing is put in for parameters.
  FnSig openBinder(const FnSig &sig, Span span);
  std::optional<Ty> onlyHasType(const Expectation &expected);
  std::optional<Ty> anyHint(const Expectation &expected);
  /// The expectation that arms and branches get: nothing when the type is not known yet.
  Expectation forBranches(const Expectation &expected);
  /// Types of the inputs that the wanted output suggests; empty when it suggests nothing.
  llvm::SmallVector<Ty, 8> expectedInputs(Ty expected_output, const FnSig &sig);
  void requireSized(Ty ty, Span span, ObligationCause cause);
  void requireTrait(Ty ty, DefId trait, Span span, ObligationCause cause);
  /// True (after a decline) where the library's source lacks a lang item.
  bool lacksLang(LangItem item, Span span);

  // ------------------------------------------------------------------------------------------------ check_expr.cpp
  ExprId checkExpr(const ast::Expr *expr, Expectation expected = {});
  ExprId checkExprKind(const ast::Expr *expr, const Expectation &expected);
  /// The type must equal `type`, only `!` is coerced (conditions, statement expressions).
  ExprId checkHasType(const ast::Expr *expr, Ty type);
  ExprId checkCoercible(const ast::Expr *expr, Ty type);
  /// For operands whose place is used mutably: overloaded dereferences in it become the mutable ones.
  ExprId checkPlace(const ast::Expr *expr, Expectation expected, Mutability mutability);
  ExprId checkLiteral(const ast::LiteralExpr &literal, const Expectation &expected);
  ExprId checkBorrow(const ast::BorrowExpr &borrow, const Expectation &expected);
  ExprId checkTuple(const ast::TupleExpr &tuple, const Expectation &expected);
  ExprId checkArray(const ast::ArrayExpr &array, const Expectation &expected);
  ExprId checkRepeat(const ast::RepeatExpr &repeat, const Expectation &expected);
  ExprId checkRange(const ast::RangeExpr &range, const Expectation &expected);
  ExprId declineFeature(Span span, llvm::StringRef what);
  void checkDeferredRepeats();
  Const lowerArrayLength(const ast::Expr *count);
  ConstantValue literalValue(const ast::LiteralExpr &literal);
  Ty literalType(const ast::LiteralExpr &literal, std::optional<Ty> hint);

  // ------------------------------------------------------------------------------------------------ check_block.cpp
  ExprId checkBlock(const ast::BlockExpr &block, const Expectation &expected);
  /// The body of a loop: a block of type `()`.
  BlockId checkLoopBody(const ast::BlockExpr &block);
  struct BlockResult {
    BlockId block;
    Ty ty;
  };
  BlockResult checkBlockParts(const ast::BlockExpr &block, const Expectation &expected, ExprId target);
  void checkStmt(const ast::Stmt &stmt, llvm::SmallVectorImpl<typed::Stmt> &out);
  void checkLet(const ast::LetStmt &let, llvm::SmallVectorImpl<typed::Stmt> &out);
  ExprId checkUnitStatement(const ast::Expr *expr);
  ExprId checkScrutinee(const ast::Expr *init, const ast::Pat *pat, Ty ty, bool coerce);
  BlockId checkLetElse(const ast::BlockExpr &block);
  bool attributesAllow(ast::List<ast::Attribute> attributes);

  // ------------------------------------------------------------------------------------------------ check_control.cpp
  ExprId checkIf(const ast::IfExpr &first, const Expectation &original);
  ExprId checkLetCondition(const ast::LetExpr &let);
  ExprId checkCondition(const ast::Expr *condition);
  ExprId checkMatch(const ast::MatchExpr &expr, const Expectation &original);
  ExprId checkLoop(const ast::LoopExpr &loop, const Expectation &expected);
  ExprId checkWhile(const ast::WhileExpr &loop);
  ExprId checkBreak(const ast::BreakExpr &expr);
  ExprId checkContinue(const ast::ContinueExpr &expr);
  ExprId checkReturn(const ast::ReturnExpr &expr);
  Breakable *findBreakable(const ast::Lifetime &label, Span span, bool is_continue);
  void reportBreakValue(const ast::BreakExpr &expr, const Breakable &target);
  void reportBareReturn(Span span);
  void reportMissingElse(const ast::IfExpr &expr, ExprId then, Ty wanted);

  // ------------------------------------------------------------------------------------------------ desugar.cpp
  ExprId callLang(LangItem trait, LangItem function, Ty self, llvm::ArrayRef<GenericArg> more, llvm::ArrayRef<ExprId> args, Span span, Desugar desugar,
                  ObligationCause cause, Span obligation_span);
  PatId makeVariantPat(LangItem variant_item, Ty ty, llvm::ArrayRef<typed::FieldPattern> fields, Span span);
  ExprId checkFor(const ast::ForExpr &loop);
  ExprId checkTry(ExprId operand, const ast::TryExpr &expr);

  // ------------------------------------------------------------------------------------------------ check_path.cpp
  ExprId checkPath(const ast::Path &path, Span span, PathUse use);
  /// The definition with arguments that a path means: in expressions and patterns alike.
  struct ResolvedPath {
    enum class Kind : std::uint8_t { Error, Unknown, Local, Def } kind = Kind::Error;
    LocalId local;
    DefId def;
    Args args;
    Args user_args; ///< with regions as written
    bool has_user_args = false;
    Ty self_user_type; ///< `Type::item`: the type as written
  };
  ResolvedPath resolveValuePath(const ast::Path &path, Span span, PathUse use);
  ResolvedPath resolveValuePath(const ast::Path &path, const PathRes &resolution, Span span);
  ResolvedPath resolveQualifiedPath(const ast::Path &path, Span span);
  ResolvedPath resolveTraitItem(const ast::Path &path, DefId trait, Span span);
  ResolvedPath finishTraitItem(const ast::Path &path, DefId trait, Args trait_args, bool has_written, Span span);
  ResolvedPath resolveAssocPath(const ast::Path &path, Ty written_self, Span span);
  ResolvedPath silentPath(bool unknown);
  ExprId pathValue(const ResolvedPath &path, Span span);
  Ty typeOfPrefix(const ast::Path &path, const PathRes &resolution, std::size_t count);
  void setArgs(ResolvedPath &path, Args written, bool has_written);
  Args lowerPathArgs(DefId def, const ast::PathSegment *segment, Args parent, Span span);
  /// Generic arguments may stand on segment `except` only (E0109).
  bool rejectArgs(const ast::Path &path, std::size_t except, llvm::StringRef what, std::size_t count = SIZE_MAX);
  void rejectArgsOf(const ast::PathSegment &segment, llvm::StringRef what);
  bool areArgsOnEnum(const ast::Path &path, DefId variant);
  void rejectLifetimesOfVariant(const ast::Path &path, DefId variant);
  [[nodiscard]] bool mentionsWrittenRegion(Ty ty) const;
  /// The ADT and variant that a struct literal or pattern names.
  struct VariantPath {
    Ty ty;
    DefId adt;
    std::uint32_t variant = 0;
    UserTypeId user_type;
    [[nodiscard]] bool isValid() const { return adt.isValid(); }
  };
  VariantPath resolveStructPath(const ast::Path &path);
  Ty selfTypeOf(DefId impl_or_trait);

  // ------------------------------------------------------------------------------------------------ check_struct.cpp
  ExprId checkStruct(const ast::StructExpr &expr, const Expectation &expected);
  ExprId checkStructBase(const ast::StructExpr &expr, const VariantPath &path, const AdtInfo &info);
  /// A field that a literal or a pattern reaches: by its name, or, unwritten, through `..base`.
  struct ReachedField {
    const FieldInfo *field;
    Span span;
    bool is_written;
  };
  void checkFieldsVisible(const VariantPath &path, llvm::ArrayRef<ReachedField> reached);

  // ------------------------------------------------------------------------------------------------ check_postfix.cpp
  /// Calls, methods, fields, indices and `?`: a chain of them is walked in a loop.
  ExprId checkPostfix(const ast::Expr *expr, const Expectation &expected);
  ExprId checkField(ExprId base, const ast::FieldExpr &expr);
  ExprId checkIndex(ExprId base, const ast::IndexExpr &expr);
  /// Applies `steps` dereferences of an autoderef to an expression.
  ExprId applyDerefs(ExprId expr, llvm::ArrayRef<InferContext::DerefStep> steps, std::uint32_t count);
  ExprId overloadedDeref(ExprId place, Ty target, Mutability mutability, Span span, bool implicit);

  // ------------------------------------------------------------------------------------------------ calls.cpp
  ExprId checkCall(ExprId callee, const ast::CallExpr &call, const Expectation &expected);
  ExprId checkMethodCall(ExprId receiver, const ast::MethodCallExpr &call, const Expectation &expected);
  llvm::SmallVector<ExprId, 8> checkArguments(const CallSite &site, const FnSig &sig, std::size_t skip, ast::List<const ast::Expr *> args,
                                              const Expectation &expected);
  void checkArgumentsLoose(ast::List<const ast::Expr *> args);
  struct ConfirmedMethod {
    DefId def;
    Args args;
    FnSig sig;
    ExprId receiver; ///< adjusted
    ExprId callee;
  };
  ConfirmedMethod confirmMethod(ExprId receiver, const InferContext::MethodPick &pick, const ast::PathSegment *segment, Span span);
  ExprId callMethodByName(ExprId receiver, Symbol name, llvm::ArrayRef<ExprId> args, Span span);
  [[nodiscard]] llvm::StringRef callWord(const CallSite &site) const;
  bool isFunctionBehind(Ty ty, std::size_t arguments);
  void checkConstContext(DefId callee, Span span);
  void reportArgumentCount(const CallSite &site, std::size_t expected, ast::List<const ast::Expr *> args);
  void reportArgumentCount(const CallSite &site, std::size_t expected, std::size_t given);
  void reportNotCallable(ExprId callee, Ty callee_type, const ast::CallExpr &call);
  void reportNonConstCall(DefId callee, Span span);
  void reportMethodError(const InferContext::MethodResult &result, Ty receiver_type, ExprId receiver, const ast::MethodCallExpr &call);

  // ------------------------------------------------------------------------------------------------ operators.cpp
  ExprId checkBinaryChain(const ast::BinaryExpr &expr, const Expectation &expected);
  ExprId checkBinary(ExprId lhs, const ast::BinaryExpr &expr);
  ExprId checkLogical(ExprId lhs, const ast::BinaryExpr &expr);
  ExprId checkUnary(const ast::UnaryExpr &expr, const Expectation &expected);
  ExprId checkAssignOp(const ast::AssignOpExpr &expr);
  struct OperatorMethod {
    Answer answer{};
    DefId method;
    Args args;
    FnSig sig;
  };
  /// `method` invalid: the trait's only function. `evaluate` is asked first; what can hold is registered.
  OperatorMethod lookupOperator(Ty lhs, std::optional<Ty> rhs, LangItem trait, Span span, ObligationCause cause, DefId method = {});
  ExprId makeBinary(typed::ExprKind kind, ExprId lhs, ExprId rhs, ast::BinaryOp op, Ty ty, Span span);
  bool isBuiltinBinary(Ty lhs, Ty rhs, ast::BinaryOp op);
  Ty enforceBuiltinBinary(Ty lhs, Ty rhs, ast::BinaryOp op, Span rhs_span);
  /// A comparison whose operands are checked already.
  ExprId compareChecked(ExprId lhs, ExprId rhs, const ast::BinaryExpr &expr);
  ExprId checkOverloadedBinary(ExprId lhs, ExprId given_rhs, const ast::BinaryExpr &expr);
  ExprId checkOverloadedAssignOp(ExprId lhs, ExprId given_rhs, const ast::AssignOpExpr &expr);
  ExprId checkDeref(ExprId operand, const ast::UnaryExpr &expr);
  void reportNoBinary(const ast::BinaryExpr &expr, ExprId lhs, ExprId rhs, Ty lhs_type, Ty rhs_type);
  void reportNoAssignOp(const ast::AssignOpExpr &expr, Ty lhs_type, Ty rhs_type);
  void settleDeferredOperators();

  // ------------------------------------------------------------------------------------------------ assign.cpp
  ExprId checkAssign(const ast::AssignExpr &expr);
  ExprId finishAssign(ExprId lhs, ExprId rhs, Span eq_span, Span span);
  [[nodiscard]] bool isPlaceExpr(const ast::Expr *expr) const;
  bool isAssignable(ExprId expr);
  bool isDestructuring(const ast::Expr *expr);
  const ast::Path *assigneePath(const ast::Expr *expr);
  const ast::Pat *assigneePattern(const ast::Expr *expr, llvm::SmallVectorImpl<const ast::Expr *> &places);
  ExprId checkDestructuring(const ast::AssignExpr &expr);

  // ------------------------------------------------------------------------------------------------ places.cpp
  /// The place is used mutably: overloaded `Deref` and `Index` on the way become `DerefMut` and `IndexMut`.
  void makePlaceMutable(ExprId place);
  void useMutableOperator(ExprId call, ExprId borrow, bool index);
  [[nodiscard]] bool isPlaceNode(ExprId expr) const;

  // ------------------------------------------------------------------------------------------------ casts.cpp
  ExprId checkCast(const ast::CastExpr &expr, const Expectation &expected);
  void checkDeferredCasts();
  void checkDeferredCast(ExprId cast);
  void reportNonPrimitiveCast(ExprId operand, Ty from, Ty to, Span span);

  // ------------------------------------------------------------------------------------------------ coerce.cpp
  enum class TwoPhase : bool { No, Yes };
  /// Coerces to `target` or reports nothing and returns an invalid id.
  ExprId tryCoerce(ExprId expr, Ty target, TwoPhase two_phase);
  ExprId coerceOrReport(ExprId expr, Ty target, TwoPhase two_phase = TwoPhase::No);
  ExprId coerceNever(ExprId expr, Ty target);
  /// Where an adjustment of the expression is: of a block, at its last expression.
  Span adjustmentSpan(ExprId expr);
  ExprId tryUnsize(ExprId expr, Ty source, Ty target);
  ExprId coerceToReference(ExprId expr, Ty source, Ty target, TwoPhase two_phase);
  ExprId reifyFn(ExprId expr, Ty source, Ty target);
  bool servesAs(Ty source, Ty target);
  bool differInGenerality(Ty expected, Ty found);
  /// Whether `tryCoerce` would succeed; leaves the inference state changed.
  bool canCoerce(ExprId expr, Ty target);
  /// Coerces an expression that its parent already refers to: the node under its id becomes the adjustment. Nothing changes on failure.
  bool coerceInPlace(ExprId expr, Ty target, TwoPhase two_phase);
  void adjustInPlace(ExprId expr, llvm::function_ref<ExprId(ExprId)> wrap);
  void coerceInto(CoerceMany &many, ExprId expr, MergeSite site, Span site_span);
  /// `()` as one of the values (a missing tail, a bare `break`). False when it does not fit: the caller words it.
  bool coerceUnitInto(CoerceMany &many);
  bool lubCoerce(CoerceMany &many, ExprId expr);
  Ty complete(CoerceMany &many);
  bool unify(Ty a, Ty b) { return infer_.unify(a, b); }
  /// Types must be equal; reports E0308 at `span` otherwise.
  bool demandEqual(Ty expected, Ty found, Span span);

  // ------------------------------------------------------------------------------------------------ reborrows.cpp
  [[nodiscard]] bool isCoercedInside(ExprId expr) const;
  std::optional<Ty> typeInPattern(PatId id, Ty ty, LocalId local);
  std::optional<Ty> typeOfField(Ty ty, std::uint32_t field);
  std::optional<Ty> typeWithRegions(ExprId expr);
  Ty withOwnRegions(Ty erased);
  Ty exactType(ExprId expr);
  ExprId withoutReborrow(ExprId value);
  Ty leastUpperBound(Ty a, Ty b);
  void settleMerged(std::optional<Ty> &merged, ExprId value, Ty wanted);
  Ty settleInside(ExprId value, Ty wanted);
  llvm::SmallVector<ExprId, 4> breaksTo(ExprId target);
  void settleBorrowed(ExprId borrow, Ty wanted);
  void settleParts(ExprId value, Ty wanted);
  void settleOne(std::optional<Ty> &merged, ExprId value, Ty wanted);
  void settleWanted(ExprId value, Ty wanted);
  void settleField(const VariantPath &path, Ty declared, ExprId value);
  std::optional<Args> exactArgs(const CallSite &site);
  std::optional<Args> argsOfReceiver(const CallSite &site);
  void settleArgument(const CallSite &site, Ty declared, ExprId value);
  void knowVariable(const typed::Stmt &let, Ty ty);
  void settleInferredLet(const typed::Stmt &let);
  void settleLet(const typed::Stmt &let, bool is_coerced);
  /// Returned references: which are reborrowed and which stay what they are.
  void settleReturned(ExprId value);
  void settleAssigned(ExprId place, ExprId value);
  ExprId coerceReturned(ExprId value);

  // ------------------------------------------------------------------------------------------------ check_pat.cpp
  PatId checkPatTop(const ast::Pat *pat, Ty expected, PatContext context, PatBindings &bindings);
  PatId checkPat(const ast::Pat *pat, Ty expected, PatContext context);
  PatId peel(Span span, Ty expected, PatContext context, llvm::function_ref<PatId(Ty, const PatContext &)> check);
  PatId checkRestBinding(const ast::IdentPat &binding, Ty rest, const PatContext &context);
  PatId makeAdtPat(DefId adt, std::uint32_t variant, Ty ty, llvm::ArrayRef<typed::FieldPattern> fields, Span span);
  bool isTypo(llvm::ArrayRef<const ast::FieldPat *> unknown, const VariantInfo &variant, llvm::ArrayRef<Span> seen);
  void reportUnmentioned(const ast::StructPat &pat, const VariantPath &path, const VariantInfo &variant, llvm::ArrayRef<Span> seen);
  PatId checkPatInner(const ast::Pat *pat, Ty expected, const PatContext &context);
  PatId checkIdentPat(const ast::IdentPat &pat, Ty expected, const PatContext &context);
  LocalId bindName(const ast::IdentPat &pat, Ty ty, BindingMode mode, const PatContext &context);
  PatId checkPathPat(const ResolvedPath &path, Span span, Ty expected, const PatContext &context);
  PatId checkTupleStructPat(const ast::TupleStructPat &pat, Ty expected, const PatContext &context);
  PatId checkStructPat(const ast::StructPat &pat, Ty expected, const PatContext &context);
  PatId checkTuplePat(const ast::TuplePat &pat, Ty expected, const PatContext &context);
  PatId checkSlicePat(const ast::SlicePat &pat, Ty expected, const PatContext &context);
  PatId checkRefPat(const ast::RefPat &pat, Ty expected, PatContext context);
  PatId checkLiteralPat(const ast::LiteralPat &pat, Ty expected, const PatContext &context);
  PatId checkRangePat(const ast::RangePat &pat, Ty expected, const PatContext &context);
  PatId checkOrPat(const ast::OrPat &pat, Ty expected, const PatContext &context);
  /// An end of a range or a literal: its value and type.
  struct PatConstant {
    Ty ty;
    const ConstantValue *value = nullptr; ///< null: in error or declined
    Span span;
  };
  PatConstant checkPatConstant(const ast::Expr *expr, Ty expected);
  const ConstantValue *constantValue(const ResolvedPath &path, Ty ty, Span span);
  const ast::LiteralExpr *textOfConstant(DefId constant);
  PatId makeErrorPat(Span span);
  /// All names below are bound with type Error, so that their uses are silent.
  PatId bindErrors(const ast::Pat *pat, const PatContext &context);
  void bindErrorList(ast::List<const ast::Pat *> pats, const PatContext &context);
  bool peelsReferences(const ast::Pat *pat);
  void bindAll(const PatBindings &bindings);
  bool demandPat(Ty expected, Ty found, Span span, const PatContext &context);
  void reportModifiers(const ast::Pat *pat);
  struct RestSplit {
    std::size_t before = 0; ///< elements before the rest pattern, or all
    bool has_rest = false;
    const ast::IdentPat *binding = nullptr; ///< `name @ ..`
  };
  static RestSplit splitRest(ast::List<const ast::Pat *> elements);
  void checkSingleRest(ast::List<const ast::Pat *> elements, llvm::StringRef what);

  // ------------------------------------------------------------------------------------------------ macros.cpp
  ExprId checkMacro(const ast::MacroCallExpr &call, const Expectation &expected);
  /// An error that rustc reports while it expands macros: it then infers nothing.
  Diagnostic &macroError(std::string message, Span span, std::string label = {});
  ExprId callMacroFn(LangItem item, llvm::ArrayRef<ExprId> values, Span span, Desugar desugar = Desugar::MacroBlock);
  ExprId checkPrint(const ast::MacroCallExpr &call);
  ExprId checkWrite(const ast::MacroCallExpr &call);
  ExprId checkPanic(const ast::MacroCallExpr &call, ast::List<ast::MacroArg> args);
  ExprId checkAssert(const ast::MacroCallExpr &call);
  ExprId checkAssertEq(const ast::MacroCallExpr &call);
  ExprId checkVec(const ast::MacroCallExpr &call, const Expectation &expected);
  ExprId checkMatches(const ast::MacroCallExpr &call);
  ExprId checkDbg(const ast::MacroCallExpr &call);

  // ------------------------------------------------------------------------------------------------ macro_format.cpp
  /// The `Arguments` that a format string and its arguments make; without any, an empty one.
  ExprId checkFormat(const ast::MacroCallExpr &call, ast::List<ast::MacroArg> args);
  ExprId checkFormatArgument(const ast::Expr *expr, llvm::StringRef name, Span span, Span bound_span, bool is_count, llvm::ArrayRef<FormatTrait> traits,
                             llvm::SmallVectorImpl<std::pair<Ty, FormatTrait>> &asked);
  ExprId makeArguments(llvm::ArrayRef<ExprId> borrows, Span span);

  // ------------------------------------------------------------------------------------------------ errors.cpp
  Diagnostic &error(DiagnosticKind kind, std::string message, Span span, std::string label = {});
  Diagnostic &lateError(DiagnosticKind kind, std::string message, Span span, std::string label = {});
  Diagnostic &reportMismatch(Span span, Ty expected, Ty found);
  Span innermostTail(ExprId expr);
  [[nodiscard]] bool isWanted(const CoerceMany &many) const;
  bool wantedKnown(const CoerceMany &many);
  std::string typeKindWord(Ty ty);
  std::string qualifiedFn(DefId fn);
  void reportMissingTail(const ast::BlockExpr &block, Ty wanted);
  void reportMerge(const CoerceMany &many, ExprId expr, Ty found, MergeSite site, Span site_span);
  std::string expectedFound(Ty expected, Ty found);
  std::string sortOf(Ty ty);
  std::string variantPath(DefId variant_or_struct); ///< `E::V`, `S`
  std::string writtenPath(const ast::Path &path);
  std::string printLiteralType(Ty ty);
  /// The type of an operand for messages; a string literal's with its lifetime, as rustc prints it.
  std::string printOperand(ExprId expr);
  std::string print(Ty ty) { return program_.print(infer_.resolve(ty)); }
  llvm::StringRef text(Symbol symbol) const { return resolver_.symbols().text(symbol); }
  void reportAssocError(const InferContext::AssocResult &result, Ty self, const ast::PathSegment &segment, Span span);
  void reportUnknownField(const VariantPath &path, const VariantInfo &variant, const ast::FieldInit &init);
  void reportMissingFields(const ast::StructExpr &expr, const VariantPath &path, llvm::ArrayRef<const FieldInfo *> missing);
  void reportNoField(ExprId base, Ty base_type, const ast::FieldExpr &expr, const FieldInfo *private_field, DefId private_owner);
  void reportNoVariant(Ty enum_type, const ast::Ident &name);
  void reportStructAsValue(DefId def, Span span);
  void reportExplicitDrop(Span span);
  /// E0282: shows the `let` whose type holds the undetermined part, else where the variable comes from.
  void annotationsNeeded(Span span, Ty ty);
  void annotationsNeeded(DiagnosticKind kind, Span span, Ty ty);
  std::optional<Ty> firstVariable(Ty ty);
  /// Where an undetermined type shows most clearly.
  struct InferenceSource {
    std::uint32_t cost = UINT32_MAX;
    Span span;
    std::optional<Ty> let_type; ///< a `let` without a type
  };
  InferenceSource pathThatHolds(Ty variable);
  std::uint32_t typeCost(Ty ty);
  bool mentions(Ty ty, Ty variable);

  // ------------------------------------------------------------------------------------------------ obligations.cpp
  void reportFailures();
  void reportFailure(const FailedObligation &failure);
  void reportAmbiguous(const FailedObligation &failure, const TraitRef &trait);
  void operatorsFirst(std::vector<const FailedObligation *> &ambiguous);
  bool isBareLet(Ty variable);
  void reportUnsatisfied(const Obligation &root, const TraitRef &trait);
  bool holdsParam(Ty ty, Ty parameter);
  Span blamedArgument(const Obligation &root);
  void reportNoResidual(Ty returned, Ty residual, Span span);
  bool reportCallMismatch(const TraitRef &trait, Span span);
  void reportQuestionMark(const Obligation &root, const TraitRef &trait);

  // ------------------------------------------------------------------------------------------------ writeback.cpp
  void writeback();
  Ty final(Ty ty);
  void undetermined(Ty ty, Span span);

  Program &program_;
  Resolver &resolver_;
  TypeStore &types_;
  DefId owner_;
  InferContext infer_;
  BodyScopes scopes_;
  DiagnosticSink sink_;
  DiagnosticSink late_sink_;      ///< what rustc finds only in bodies without type errors
  DiagnosticSink beside_sink_;    ///< of that, what does not keep moves and borrows from being judged
  DiagnosticSink expansion_sink_; ///< errors in macro calls; with one, rustc infers nothing
  std::unique_ptr<TypeLowering> lowering_;
  std::unique_ptr<TypedBody> body_;
  Ty return_type_;
  const ast::BlockExpr *body_block_ = nullptr;     ///< of a function
  bool in_function_ = false;                       ///< `return` is allowed
  std::optional<Ty> returned_as_;                  ///< what the values returned so far have become, lifetimes included; references only
  llvm::DenseMap<std::uint32_t, Ty> exact_locals_; ///< types of variables, each with lifetimes of its own
  std::uint32_t own_regions_ = 0;                  ///< how many lifetimes were made for them
  llvm::DenseMap<std::uint32_t, llvm::SmallVector<ExprId, 4>> break_values_; ///< that hold lifetimes, by the loop or block they are given to
  bool const_context_ = false;
  unsigned probing_ = 0;                      ///< inside an experiment that will be undone: nothing is reported
  llvm::SmallVector<PatId, 8> let_pats_;      ///< patterns of `let`s without a type, for E0282
  bool diverges_ = false;                     ///< the point reached in the walk cannot be reached at run time
  bool broken_ = false;                       ///< the tree holds something that could not be read: its errors are the syntax errors
  bool holds_mistakes_ = false;               ///< an expression is wrong because of what was reported where the file was read
  bool stopped_ = false;                      ///< E0282 was reported: later undetermined types are silent
  const ast::Expr *measured_chain_ = nullptr; ///< the operand of the borrow under way: a chain of `&` is measured once, at its start
  llvm::SmallVector<Breakable, 4> breakables_;
  PatBindings *pat_bindings_ = nullptr;                           ///< of the pattern being checked
  llvm::SmallVector<std::pair<Span, const char *>, 2> modifiers_; ///< written where the default binding mode is not by value
  llvm::SmallVector<ExprId, 4> deferred_casts_;
  struct LateOperator {
    Span op;
    Span rhs;
  };
  llvm::SmallVector<LateOperator, 2> late_operators_; ///< whose right side was checked before their trait was asked, and is not determined
  llvm::SmallVector<ExprId, 4> deferred_operators_;   ///< overloaded calls that turn out built-in when both operands are scalar in the end
  llvm::SmallVector<ExprId, 4> deferred_repeats_;
  llvm::SmallVector<std::pair<ExprId, ExprId>, 2> moved_targets_; ///< loops and blocks whose id changed
  llvm::BitVector coerced_blocks_;                                ///< blocks whose tail was coerced to the reference that is expected of the block
  llvm::BumpPtrAllocator syntax_;                                 ///< tree nodes made for macros
  friend class BodyTypes;
};

} // namespace lien::typeck
