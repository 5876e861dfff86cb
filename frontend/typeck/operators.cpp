// Operators: built in on scalars, calls of the operator's trait otherwise. Reference, "Operator expressions".
//
// The general way asks the trait; where both operands turn out to be scalars the operation is the built-in one, which also ties their types. Scalars known
// from the start take the short way and ask nothing.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using ast::BinaryOp;
using typed::ExprKind;

namespace {

enum class Category : std::uint8_t { Logical, Shift, Math, Bitwise, Comparison };

Category categoryOf(BinaryOp op) {
  switch (op) {
  case BinaryOp::Add:
  case BinaryOp::Sub:
  case BinaryOp::Mul:
  case BinaryOp::Div:
  case BinaryOp::Rem:
    return Category::Math;
  case BinaryOp::And:
  case BinaryOp::Or:
    return Category::Logical;
  case BinaryOp::BitXor:
  case BinaryOp::BitAnd:
  case BinaryOp::BitOr:
    return Category::Bitwise;
  case BinaryOp::Shl:
  case BinaryOp::Shr:
    return Category::Shift;
  case BinaryOp::Eq:
  case BinaryOp::Lt:
  case BinaryOp::Le:
  case BinaryOp::Ne:
  case BinaryOp::Ge:
  case BinaryOp::Gt:
    return Category::Comparison;
  }
  return Category::Math;
}

struct OperatorItem {
  LangItem trait;
  std::optional<LangItem> method; ///< unset: the trait's only function
};

OperatorItem operatorItem(BinaryOp op, bool assign) {
  switch (op) {
  case BinaryOp::Add:
    return {assign ? LangItem::AddAssignTrait : LangItem::AddTrait, {}};
  case BinaryOp::Sub:
    return {assign ? LangItem::SubAssignTrait : LangItem::SubTrait, {}};
  case BinaryOp::Mul:
    return {assign ? LangItem::MulAssignTrait : LangItem::MulTrait, {}};
  case BinaryOp::Div:
    return {assign ? LangItem::DivAssignTrait : LangItem::DivTrait, {}};
  case BinaryOp::Rem:
    return {assign ? LangItem::RemAssignTrait : LangItem::RemTrait, {}};
  case BinaryOp::BitXor:
    return {assign ? LangItem::BitXorAssignTrait : LangItem::BitXorTrait, {}};
  case BinaryOp::BitAnd:
    return {assign ? LangItem::BitAndAssignTrait : LangItem::BitAndTrait, {}};
  case BinaryOp::BitOr:
    return {assign ? LangItem::BitOrAssignTrait : LangItem::BitOrTrait, {}};
  case BinaryOp::Shl:
    return {assign ? LangItem::ShlAssignTrait : LangItem::ShlTrait, {}};
  case BinaryOp::Shr:
    return {assign ? LangItem::ShrAssignTrait : LangItem::ShrTrait, {}};
  case BinaryOp::Eq:
    return {LangItem::PartialEqTrait, LangItem::EqMethod};
  case BinaryOp::Ne:
    return {LangItem::PartialEqTrait, LangItem::NeMethod};
  case BinaryOp::Lt:
    return {LangItem::PartialOrdTrait, LangItem::LtMethod};
  case BinaryOp::Le:
    return {LangItem::PartialOrdTrait, LangItem::LeMethod};
  case BinaryOp::Gt:
    return {LangItem::PartialOrdTrait, LangItem::GtMethod};
  case BinaryOp::Ge:
    return {LangItem::PartialOrdTrait, LangItem::GeMethod};
  case BinaryOp::And:
  case BinaryOp::Or:
    break;
  }
  invariantBroken("`&&` and `||` have no trait");
}

/// A literal, in parentheses or negated: a hint cannot change anything but its own type.
bool isPlainLiteral(const ast::Expr *expr) {
  for (;;) {
    if (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(expr))
      expr = paren->inner;
    else if (const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(expr); unary != nullptr && unary->op == ast::UnaryOp::Neg)
      expr = unary->operand;
    else
      return llvm::isa<ast::LiteralExpr>(expr);
  }
}

} // namespace

// ----------------------------------------------------------------------------------------------------------------- traits

// `Trait<rhs>` for `lhs`, with its method. Nothing is registered when it cannot hold.
BodyChecker::OperatorMethod BodyChecker::lookupOperator(Ty lhs, std::optional<Ty> rhs, LangItem trait, Span span, ObligationCause cause, DefId method) {
  OperatorMethod result;
  DefId trait_def = program_.lang(trait);
  if (!trait_def.isValid()) {
    result.answer = Answer::Unknown;
    return result;
  }
  if (!method.isValid())
    for (const AssocItem &item : program_.trait(trait_def).items)
      if (item.kind == DefKind::AssocFn)
        method = item.def;
  if (!method.isValid()) {
    result.answer = Answer::Unknown;
    return result;
  }
  llvm::SmallVector<GenericArg, 2> args{GenericArg(lhs)};
  if (rhs)
    args.push_back(GenericArg(*rhs));
  result.method = method;
  result.args = types_.args(args);
  Obligation obligation;
  obligation.predicate.kind = Predicate::Kind::Trait;
  obligation.predicate.trait = {trait_def, result.args};
  obligation.span = span;
  obligation.cause = cause;
  result.answer = infer_.evaluate(obligation.predicate);
  if (result.answer == Answer::No || result.answer == Answer::Unknown)
    return result;
  result.sig = instantiate(program_.fn(method).sig, result.args, span);
  infer_.require(obligation);
  return result;
}

// ----------------------------------------------------------------------------------------------------------------- binary

// A chain of binary operators leans left: walked down to its leftmost operand, then built up.
ExprId BodyChecker::checkBinaryChain(const ast::BinaryExpr &expr, const Expectation &) {
  llvm::SmallVector<const ast::BinaryExpr *, 16> chain;
  const ast::Expr *first = &expr;
  while (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(first)) {
    chain.push_back(binary);
    first = binary->lhs;
  }
  ExprId result = categoryOf(chain.back()->op) == Category::Logical ? checkCoercible(first, types_.boolean) : checkExpr(first);
  for (std::size_t i = chain.size(); i-- > 0;) {
    const ast::BinaryExpr &step = *chain[i];
    if (categoryOf(step.op) == Category::Logical) {
      result = checkLogical(coerceOrReport(result, types_.boolean), step);
      continue;
    }
    result = checkBinary(result, step);
  }
  return result;
}

// The right side may not be evaluated: its divergence does not count.
ExprId BodyChecker::checkLogical(ExprId lhs, const ast::BinaryExpr &expr) {
  const bool diverged = diverges_;
  ExprId rhs = checkCoercible(expr.rhs, types_.boolean);
  diverges_ = diverged;
  ExprId result = make(ExprKind::Logical, types_.boolean, expr.span);
  node(result).a = lhs;
  node(result).b = rhs;
  node(result).binary = expr.op;
  return result;
}

ExprId BodyChecker::makeBinary(ExprKind kind, ExprId lhs, ExprId rhs, BinaryOp op, Ty ty, Span span) {
  ExprId result = make(kind, ty, span);
  node(result).a = lhs;
  node(result).b = rhs;
  node(result).binary = op;
  return result;
}

bool BodyChecker::isBuiltinBinary(Ty lhs, Ty rhs, BinaryOp op) {
  auto behindOneReference = [&](Ty ty) { return is(ty, TyKind::Ref) ? infer_.shallow(data(ty).element()) : ty; };
  const Category category = categoryOf(op);
  if (category == Category::Comparison)
    return isScalar(lhs) && isScalar(rhs);
  lhs = behindOneReference(lhs);
  rhs = behindOneReference(rhs);
  const bool integral = isIntegral(lhs) && isIntegral(rhs);
  switch (category) {
  case Category::Shift:
    return integral;
  case Category::Math:
    return integral || (isFloating(lhs) && isFloating(rhs));
  case Category::Bitwise:
    return integral || (isFloating(lhs) && isFloating(rhs)) || (is(lhs, TyKind::Bool) && is(rhs, TyKind::Bool));
  case Category::Logical:
  case Category::Comparison:
    return true;
  }
  return false;
}

// The operands of a built-in operator have one type (a shift's need not); the result is that type, or bool for comparisons.
Ty BodyChecker::enforceBuiltinBinary(Ty lhs, Ty rhs, BinaryOp op, Span rhs_span) {
  auto behindOneReference = [&](Ty ty) { return is(ty, TyKind::Ref) ? infer_.shallow(data(ty).element()) : ty; };
  const Category category = categoryOf(op);
  if (category != Category::Comparison) {
    lhs = behindOneReference(lhs);
    rhs = behindOneReference(rhs);
  }
  if (category != Category::Shift && !unify(lhs, rhs))
    reportMismatch(rhs_span, lhs, rhs);
  return category == Category::Comparison ? types_.boolean : lhs;
}

ExprId BodyChecker::checkBinary(ExprId lhs, const ast::BinaryExpr &expr) {
  Ty lhs_type = resolved(typeOf(lhs));
  const bool scalar = isScalar(lhs_type) && !is(lhs_type, TyKind::FnDef);
  const bool hint = scalar && categoryOf(expr.op) != Category::Shift && isPlainLiteral(expr.rhs);
  if (scalar) {
    ExprId rhs = checkExpr(expr.rhs, hint ? Expectation::hasType(lhs_type) : Expectation::none());
    lhs_type = infer_.shallow(lhs_type);
    Ty rhs_type = resolved(typeOf(rhs));
    if (isScalar(rhs_type) && isBuiltinBinary(lhs_type, rhs_type, expr.op) && (categoryOf(expr.op) == Category::Shift || unify(lhs_type, rhs_type)))
      return makeBinary(ExprKind::Binary, lhs, rhs, expr.op, categoryOf(expr.op) == Category::Comparison ? types_.boolean : lhs_type, expr.span);
    if (isGeneralVar(rhs_type))
      late_operators_.push_back({expr.op_span, expr.rhs->span});
    return checkOverloadedBinary(lhs, rhs, expr);
  }
  return checkOverloadedBinary(lhs, {}, expr);
}

ExprId BodyChecker::compareChecked(ExprId lhs, ExprId rhs, const ast::BinaryExpr &expr) {
  Ty lhs_type = resolved(typeOf(lhs));
  Ty rhs_type = resolved(typeOf(rhs));
  if (isScalar(lhs_type) && isScalar(rhs_type) && !is(lhs_type, TyKind::FnDef) && unify(lhs_type, rhs_type))
    return makeBinary(ExprKind::Binary, lhs, rhs, expr.op, types_.boolean, expr.span);
  return checkOverloadedBinary(lhs, rhs, expr);
}

// The general way. The right side is checked after the trait was asked, so that a single impl tells its type; `given_rhs`: it was checked already.
ExprId BodyChecker::checkOverloadedBinary(ExprId lhs, ExprId given_rhs, const ast::BinaryExpr &expr) {
  Ty lhs_type = resolved(typeOf(lhs));
  ExprId silent = makeError(expr.span);
  // A comparison is a bool, even of what is in error.
  const bool compares = categoryOf(expr.op) == Category::Comparison;
  const auto silentResult = [&](Ty operand) { return compares && is(operand, TyKind::Error) ? types_.boolean : operand; };
  if (is(lhs_type, TyKind::Never)) {
    Ty target = newVar(spanOf(lhs));
    lhs = coerceNever(lhs, target);
    lhs_type = target;
  }
  if (isSilent(lhs_type)) {
    if (!given_rhs.isValid())
      checkExpr(expr.rhs);
    node(silent).ty = silentResult(lhs_type);
    return silent;
  }
  const OperatorItem item = operatorItem(expr.op, false);
  Ty rhs_var = newVar(expr.rhs->span);
  OperatorMethod method =
      lookupOperator(lhs_type, rhs_var, item.trait, expr.op_span, ObligationCause::BinaryOp, item.method ? program_.lang(*item.method) : DefId());
  ExprId rhs = given_rhs.isValid() ? given_rhs : checkExpr(expr.rhs, Expectation::hasType(rhs_var));
  rhs = coerceOrReport(rhs, rhs_var);
  lhs_type = infer_.shallow(lhs_type);
  Ty rhs_type = resolved(typeOf(rhs));
  if (isSilent(rhs_type)) {
    node(silent).ty = silentResult(rhs_type);
    return silent;
  }
  if (method.answer == Answer::Unknown) {
    sink_.declineFeature(expr.op_span, ("operator `" + operatorText(expr.op, false) + "` on `" + print(lhs_type) + "`").str());
    node(silent).ty = types_.unknown;
    return silent;
  }
  if (method.answer == Answer::No) {
    reportNoBinary(expr, lhs, rhs, lhs_type, rhs_type);
    return silent;
  }
  ExprId left = compares ? makeBorrow(lhs, Mutability::Not, BorrowKind::Autoref, spanOf(lhs)) : lhs;
  ExprId right = compares ? makeBorrow(rhs, Mutability::Not, BorrowKind::Autoref, spanOf(rhs)) : rhs;
  ExprId call = makeCall(makeFnItem(method.method, method.args, expr.op_span), {left, right}, method.sig.output, expr.span, Desugar::Operator);
  node(call).overloaded = true;
  node(call).binary = expr.op;
  deferred_operators_.push_back(call);
  if (!isGeneralVar(lhs_type) && !isGeneralVar(rhs_type) && isBuiltinBinary(lhs_type, rhs_type, expr.op)) {
    Ty result = enforceBuiltinBinary(lhs_type, rhs_type, expr.op, spanOf(rhs));
    unify(result, method.sig.output);
    node(call).ty = result;
  }
  return call;
}

// ------------------------------------------------------------------------------------------------------------------ unary

ExprId BodyChecker::checkUnary(const ast::UnaryExpr &expr, const Expectation &expected) {
  ExprId operand = checkExpr(expr.operand, expr.op == ast::UnaryOp::Deref ? Expectation::none() : expected);
  Ty ty = resolved(typeOf(operand));
  ExprId silent = makeError(expr.span);
  if (isSilent(ty)) {
    node(silent).ty = ty;
    return silent;
  }
  if (expr.op == ast::UnaryOp::Deref)
    return checkDeref(operand, expr);
  const bool builtin = expr.op == ast::UnaryOp::Not ? isIntegral(ty) || is(ty, TyKind::Bool)
                                                    : isFloating(ty) || isIntVar(ty) || (is(ty, TyKind::Int) && isSigned(data(ty).int_kind));
  if (builtin) {
    if (expr.op == ast::UnaryOp::Neg && isIntVar(ty))
      requireTrait(ty, program_.lang(LangItem::NegTrait), expr.span, ObligationCause::Misc); // the variable may still become unsigned
    ExprId result = make(ExprKind::Unary, ty, expr.span);
    node(result).a = operand;
    node(result).unary = expr.op;
    return result;
  }
  ty = known(ty, spanOf(operand));
  if (isSilent(ty))
    return silent;
  OperatorMethod method =
      lookupOperator(ty, std::nullopt, expr.op == ast::UnaryOp::Not ? LangItem::NotTrait : LangItem::NegTrait, expr.span, ObligationCause::Misc);
  llvm::StringRef symbol = expr.op == ast::UnaryOp::Not ? "!" : "-";
  if (method.answer == Answer::Unknown) {
    sink_.declineFeature(expr.span, ("operator `" + symbol + "` on `" + print(ty) + "`").str());
    node(silent).ty = types_.unknown;
    return silent;
  }
  if (method.answer == Answer::No) {
    error(DiagnosticKind::E0600, ("cannot apply unary operator `" + symbol + "` to type `" + printOperand(operand) + "`").str(), expr.span,
          ("cannot apply unary operator `" + symbol + "`").str());
    return silent;
  }
  ExprId call = makeCall(makeFnItem(method.method, method.args, expr.span), {operand}, method.sig.output, expr.span, Desugar::Operator);
  node(call).overloaded = true;
  return call;
}

ExprId BodyChecker::checkDeref(ExprId operand, const ast::UnaryExpr &expr) {
  Ty ty = known(typeOf(operand), expr.span);
  ExprId silent = makeError(expr.span);
  if (isSilent(ty))
    return silent;
  auto step = infer_.derefOnce(ty, expr.span);
  if (!step) {
    error(DiagnosticKind::E0614, "type `" + print(ty) + "` cannot be dereferenced", expr.span, "can't be dereferenced");
    return silent;
  }
  if (is(infer_.shallow(step->ty), TyKind::Unknown)) {
    sink_.declineFeature(expr.span, "dereference of `" + print(ty) + "`");
    node(silent).ty = types_.unknown;
    return silent;
  }
  return step->overloaded ? overloadedDeref(operand, step->ty, Mutability::Not, expr.span, false) : makeDeref(operand, step->ty, expr.span, false);
}

// ---------------------------------------------------------------------------------------------------- compound assignment

// `a op= b`: built-in on scalars, else `OpAssign::op_assign(&mut a, b)`. Reference, "Compound assignment expressions".
ExprId BodyChecker::checkAssignOp(const ast::AssignOpExpr &expr) {
  ExprId lhs = checkExpr(expr.lhs);
  Ty lhs_type = resolved(typeOf(lhs));
  const bool assignable = isPlaceExpr(expr.lhs);
  ExprId result;
  if (isScalar(lhs_type)) {
    const bool hint = categoryOf(expr.op) != Category::Shift && isPlainLiteral(expr.rhs);
    ExprId rhs = checkExpr(expr.rhs, hint ? Expectation::hasType(lhs_type) : Expectation::none());
    Ty rhs_type = resolved(typeOf(rhs));
    lhs_type = infer_.shallow(lhs_type);
    if (isScalar(rhs_type) && isBuiltinBinary(lhs_type, rhs_type, expr.op) && (categoryOf(expr.op) == Category::Shift || unify(lhs_type, rhs_type))) {
      makePlaceMutable(lhs);
      result = makeBinary(ExprKind::AssignOp, lhs, rhs, expr.op, types_.unit, expr.span);
    } else {
      result = checkOverloadedAssignOp(lhs, rhs, expr);
    }
  } else {
    result = checkOverloadedAssignOp(lhs, {}, expr);
  }
  if (!assignable)
    error(DiagnosticKind::E0067, "invalid left-hand side of assignment", expr.op_span).label(expr.lhs->span, "cannot assign to this expression");
  return result;
}

ExprId BodyChecker::checkOverloadedAssignOp(ExprId lhs, ExprId given_rhs, const ast::AssignOpExpr &expr) {
  Ty lhs_type = resolved(typeOf(lhs));
  ExprId silent = makeError(expr.span);
  if (isSilent(lhs_type)) {
    if (!given_rhs.isValid())
      checkExpr(expr.rhs);
    node(silent).ty = lhs_type;
    return silent;
  }
  const OperatorItem item = operatorItem(expr.op, true);
  Ty rhs_var = newVar(expr.rhs->span);
  OperatorMethod method = lookupOperator(lhs_type, rhs_var, item.trait, expr.op_span, ObligationCause::BinaryOp, {});
  ExprId rhs = given_rhs.isValid() ? given_rhs : checkExpr(expr.rhs, Expectation::hasType(rhs_var));
  rhs = coerceOrReport(rhs, rhs_var);
  lhs_type = infer_.shallow(lhs_type);
  Ty rhs_type = resolved(typeOf(rhs));
  if (isSilent(rhs_type)) {
    node(silent).ty = rhs_type;
    return silent;
  }
  if (method.answer == Answer::Unknown) {
    sink_.declineFeature(expr.op_span, ("operator `" + operatorText(expr.op, true) + "` on `" + print(lhs_type) + "`").str());
    node(silent).ty = types_.unknown;
    return silent;
  }
  if (method.answer == Answer::No) {
    reportNoAssignOp(expr, lhs_type, rhs_type);
    return silent;
  }
  makePlaceMutable(lhs);
  ExprId receiver = makeBorrow(lhs, Mutability::Mut, BorrowKind::Autoref, spanOf(lhs));
  node(receiver).two_phase = true;
  ExprId call = makeCall(makeFnItem(method.method, method.args, expr.op_span), {receiver, rhs}, types_.unit, expr.span, Desugar::Operator);
  node(call).overloaded = true;
  node(call).binary = expr.op;
  if (!isGeneralVar(lhs_type) && !isGeneralVar(rhs_type) && isBuiltinBinary(lhs_type, rhs_type, expr.op))
    enforceBuiltinBinary(lhs_type, rhs_type, expr.op, spanOf(rhs));
  deferred_operators_.push_back(call);
  return call;
}

// ------------------------------------------------------------------------------------------------------------- at the end

// Calls whose operands turned out to be scalars are the built-in operators after all.
void BodyChecker::settleDeferredOperators() {
  auto operand = [&](ExprId expr) { return node(expr).kind == ExprKind::Borrow && node(expr).borrow == BorrowKind::Autoref ? node(expr).a : expr; };
  for (ExprId id : deferred_operators_) {
    const typed::Expr &receiver = node(node(id).list[0]);
    const bool assign = receiver.kind == ExprKind::Borrow && receiver.borrow == BorrowKind::Autoref && receiver.mutability == Mutability::Mut;
    ExprId lhs = operand(node(id).list[0]);
    ExprId rhs = assign ? node(id).list[1] : operand(node(id).list[1]);
    Ty left = infer_.shallow(typeOf(lhs));
    Ty right = infer_.shallow(typeOf(rhs));
    if (!isScalar(left) || !isScalar(right) || !isBuiltinBinary(left, right, node(id).binary))
      continue;
    typed::Expr &expr = node(id);
    expr.kind = assign ? ExprKind::AssignOp : ExprKind::Binary;
    expr.a = lhs;
    expr.b = rhs;
    expr.list = {};
    expr.overloaded = false;
    expr.desugar = Desugar::None;
  }
}

} // namespace lien::typeck
