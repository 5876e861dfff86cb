// `if`, `match`, loops and jumps. Reference, "if expressions", "match expressions", "Loop expressions"; divergence as in rustc dev guide.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

// ------------------------------------------------------------------------------------------------------------ conditions

// `a && let P = b && c` keeps the names of its lets in scope for what follows; the caller owns the scope. A chain of `&&` leans left: a loop.
ExprId BodyChecker::checkCondition(const ast::Expr *condition) {
  llvm::SmallVector<const ast::BinaryExpr *, 8> chain;
  const ast::Expr *first = condition;
  while (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(first)) {
    if (binary->op != ast::BinaryOp::And)
      break;
    chain.push_back(binary);
    first = binary->lhs;
  }
  auto operand = [&](const ast::Expr *expr) {
    if (const auto *let = llvm::dyn_cast<ast::LetExpr>(expr))
      return checkLetCondition(*let);
    return chain.empty() ? checkHasType(expr, types_.boolean) : checkCoercible(expr, types_.boolean);
  };
  ExprId result = operand(first);
  bool diverged = diverges_;
  for (const ast::BinaryExpr *binary : llvm::reverse(chain)) {
    ExprId rhs = operand(binary->rhs);
    ExprId both = make(ExprKind::Logical, types_.boolean, binary->span);
    node(both).a = result;
    node(both).b = rhs;
    node(both).binary = ast::BinaryOp::And;
    result = both;
  }
  diverges_ = diverged; // only the first operand is surely evaluated
  return result;
}

ExprId BodyChecker::checkLetCondition(const ast::LetExpr &let) {
  Ty ty = newVar(let.pat->span);
  ExprId scrutinee = checkScrutinee(let.scrutinee, let.pat, ty, false);
  PatContext context;
  context.source = typed::Local::Source::Arm;
  context.origin = let.scrutinee->span;
  context.scrutinee_type = typeOf(scrutinee);
  PatBindings bindings;
  if (isSilent(infer_.shallow(typeOf(scrutinee))))
    ty = infer_.shallow(typeOf(scrutinee));
  PatId pat = checkPatTop(let.pat, ty, context, bindings);
  bindAll(bindings);
  ExprId expr = make(ExprKind::Let, types_.boolean, let.span);
  node(expr).a = scrutinee;
  node(expr).pat = pat;
  return expr;
}

// -------------------------------------------------------------------------------------------------------------------- if

// A chain of `else if` is walked in a loop: going down, each condition and its block; coming back, the merged types.
ExprId BodyChecker::checkIf(const ast::IfExpr &first, const Expectation &original) {
  struct Frame {
    const ast::IfExpr *expr;
    ExprId condition, then;
    bool condition_diverges, then_diverges;
    CoerceMany merged;
  };
  std::vector<Frame> frames;
  Expectation expected = original;
  const ast::Expr *rest = &first;
  bool diverged_before = false; // of the level above; the caller joins its own
  (void)diverged_before;
  while (const auto *expr = rest != nullptr ? llvm::dyn_cast<ast::IfExpr>(rest) : nullptr) {
    diverges_ = false;
    const std::size_t mark = scopes_.enter();
    ExprId condition = checkCondition(expr->condition);
    bool condition_diverges = diverges_;
    diverges_ = false;
    expected = forBranches(expected);
    ExprId then = checkExpr(expr->then_block, expected);
    scopes_.leave(mark);
    bool then_diverges = diverges_;
    std::optional<Ty> wanted = onlyHasType(expected);
    Frame frame{expr, condition, then, condition_diverges, then_diverges, CoerceMany(wanted ? *wanted : newVar(expr->span))};
    coerceInto(frame.merged, then, MergeSite::If, expr->span);
    frames.push_back(std::move(frame));
    rest = expr->else_expr;
  }
  ExprId else_value;
  diverges_ = false;
  if (rest != nullptr)
    else_value = checkExpr(rest, expected);
  while (!frames.empty()) {
    Frame &frame = frames.back();
    const ast::IfExpr &expr = *frame.expr;
    if (else_value.isValid()) {
      coerceInto(frame.merged, else_value, MergeSite::If, expr.span);
      diverges_ = frame.condition_diverges || (frame.then_diverges && diverges_);
    } else {
      Ty merged = frame.merged.soFar();
      if (!coerceUnitInto(frame.merged))
        reportMissingElse(expr, frame.then, merged);
      diverges_ = frame.condition_diverges;
    }
    ExprId made = make(ExprKind::If, complete(frame.merged), expr.span);
    node(made).a = frame.condition;
    node(made).b = frame.then;
    node(made).c = else_value;
    if (is(infer_.shallow(typeOf(made)), TyKind::Never))
      diverges_ = true;
    else_value = made;
    frames.pop_back();
  }
  return else_value;
}

// ----------------------------------------------------------------------------------------------------------------- match

ExprId BodyChecker::checkMatch(const ast::MatchExpr &expr, const Expectation &original) {
  Ty ty = newVar(expr.scrutinee->span);
  ExprId scrutinee;
  {
    // One explicit `ref` in any arm makes the scrutinee a place that is borrowed.
    const ast::Pat *borrowing = nullptr;
    for (const ast::MatchArm &arm : expr.arms)
      if (auto mutability = explicitRef(arm.pat); mutability && (borrowing == nullptr || *mutability == Mutability::Mut))
        borrowing = arm.pat;
    scrutinee = borrowing != nullptr ? checkScrutinee(expr.scrutinee, borrowing, ty, false) : checkHasType(expr.scrutinee, ty);
  }
  if (isSilent(infer_.shallow(typeOf(scrutinee))))
    ty = infer_.shallow(typeOf(scrutinee));
  if (expr.arms.empty()) {
    diverges_ = true;
    return makeMatch(scrutinee, {}, types_.never, expr.span, Desugar::None);
  }
  const bool scrutinee_diverges = diverges_;

  // All patterns first: what one arm says about the type helps the others.
  llvm::SmallVector<Arm, 8> arms;
  llvm::SmallVector<PatBindings, 4> all_bindings;
  for (const ast::MatchArm &arm : expr.arms) {
    PatContext context;
    context.source = typed::Local::Source::Arm;
    context.origin = expr.scrutinee->span;
    context.scrutinee_type = typeOf(scrutinee);
    Arm made;
    made.pat = checkPatTop(arm.pat, ty, context, all_bindings.emplace_back());
    made.span = rel(arm.span);
    arms.push_back(made);
  }

  Expectation expected = forBranches(original);
  std::optional<Ty> wanted = onlyHasType(expected);
  // A wanted `()` is no target for the arms: their common type is compared with it as a whole.
  CoerceMany merged(wanted && !(infer_.shallow(*wanted) == types_.unit) ? *wanted : newVar(expr.span));
  bool all_diverge = true;
  for (std::size_t i = 0; i < expr.arms.size(); ++i) {
    const ast::MatchArm &arm = expr.arms[i];
    const std::size_t mark = scopes_.enter();
    bindAll(all_bindings[i]);
    diverges_ = false;
    if (arm.guard != nullptr)
      arms[i].guard = checkCondition(arm.guard);
    diverges_ = false;
    broken_ |= arm.body == nullptr;
    ExprId body = arm.body != nullptr ? checkExpr(arm.body, expected) : makeError(arm.span);
    all_diverge = all_diverge && diverges_;
    scopes_.leave(mark);
    coerceInto(merged, body, MergeSite::Arm, expr.span);
    arms[i].body = body;
  }
  diverges_ = scrutinee_diverges || all_diverge;
  return makeMatch(scrutinee, arms, complete(merged), expr.span, Desugar::None);
}

// ----------------------------------------------------------------------------------------------------------------- loops

ExprId BodyChecker::checkLoop(const ast::LoopExpr &loop, const Expectation &expected) {
  ExprId expr = make(ExprKind::Loop, types_.error, loop.span);
  std::optional<Ty> wanted = onlyHasType(expected);
  CoerceMany merged(wanted ? *wanted : newVar(loop.span));
  breakables_.push_back({Breakable::Kind::Loop, loop.label.name, expr, &merged});
  breakables_.back().span = loop.loop_span;
  BlockId block = checkLoopBody(*loop.body);
  const bool may_break = breakables_.pop_back_val().may_break;
  // A loop without `break` never ends; one with `break` says nothing about what follows.
  diverges_ = !may_break;
  node(expr).block = block;
  node(expr).ty = complete(merged);
  return expr;
}

// `while c { b }` is `loop { if c { b } else { break } }` (Reference, "Predicate loops").
ExprId BodyChecker::checkWhile(const ast::WhileExpr &loop) {
  ExprId expr = make(ExprKind::Loop, types_.unit, loop.span);
  node(expr).desugar = Desugar::WhileLoop;
  breakables_.push_back({Breakable::Kind::While, loop.label.name, expr, nullptr});
  breakables_.back().in_condition = true;
  const std::size_t mark = scopes_.enter();
  ExprId condition = checkCondition(loop.condition);
  breakables_.back().in_condition = false;
  ExprId body = make(ExprKind::Block, types_.unit, loop.body->span);
  BlockResult result = checkBlockParts(*loop.body, Expectation::hasType(types_.unit), {});
  node(body).block = result.block;
  node(body).ty = result.ty;
  scopes_.leave(mark);
  breakables_.pop_back();
  ExprId choice = make(ExprKind::If, types_.unit, loop.span);
  ExprId leave = coerceNever(makeBreak(expr, Desugar::WhileLoop, loop.span), types_.unit);
  ExprId then = is(infer_.shallow(result.ty), TyKind::Never) ? coerceNever(body, types_.unit) : body;
  typed::Expr &branch = node(choice);
  branch.desugar = Desugar::WhileIf;
  branch.a = condition;
  branch.b = then;
  branch.c = leave;
  typed::Block block;
  block.span = rel(loop.span);
  block.tail = choice;
  node(expr).block = body_->blocks.push(std::move(block));
  diverges_ = false;
  return expr;
}

// ----------------------------------------------------------------------------------------------------------------- jumps

// Reference, "break expressions", "Labelled block expressions": the innermost loop, or what the label names. Unlabelled jumps do not see blocks
// (E0695 when they stand inside one).
Breakable *BodyChecker::findBreakable(const ast::Lifetime &label, Span span, bool is_continue) {
  llvm::StringRef keyword = is_continue ? "continue" : "break";
  if (label.present()) {
    for (Breakable &breakable : llvm::reverse(breakables_)) {
      if (breakable.label != label.name)
        continue;
      if (is_continue && breakable.kind == Breakable::Kind::Block) {
        error(DiagnosticKind::E0696, "`continue` pointing to a labeled block", span, "labeled blocks cannot be `continue`'d");
        return nullptr;
      }
      return &breakable;
    }
    error(DiagnosticKind::E0426, ("use of undeclared label `" + text(label.name) + "`").str(), label.span,
          ("undeclared label `" + text(label.name) + "`").str());
    return nullptr;
  }
  for (Breakable &breakable : llvm::reverse(breakables_)) {
    if (breakable.kind == Breakable::Kind::Block) {
      error(DiagnosticKind::E0695, ("unlabeled `" + keyword + "` inside of a labeled block").str(), span,
            ("`" + keyword + "` statements that would diverge to or through a labeled block need to bear a label").str());
      return nullptr;
    }
    if (breakable.in_condition) {
      error(DiagnosticKind::E0590, "`break` or `continue` with no label in the condition of a `while` loop", span,
            "unlabeled `" + keyword.str() + "` in the condition of a `while` loop");
      return nullptr;
    }
    return &breakable;
  }
  error(DiagnosticKind::E0268, ("`" + keyword + "` outside of a loop" + (is_continue ? "" : " or labeled block")).str(), span,
        ("cannot `" + keyword + "` outside of a loop" + (is_continue ? "" : " or labeled block")).str());
  return nullptr;
}

ExprId BodyChecker::checkBreak(const ast::BreakExpr &expr) {
  Breakable *found = findBreakable(expr.label, expr.span, false);
  ExprId made = make(ExprKind::Break, types_.never, expr.span);
  const std::size_t at = found != nullptr ? static_cast<std::size_t>(found - breakables_.data()) : 0;
  ExprId value;
  if (expr.value != nullptr) {
    CoerceMany *merged = found != nullptr ? found->coerce : nullptr;
    value = checkExpr(expr.value, merged != nullptr ? Expectation::hasType(merged->expected) : Expectation::none());
  }
  if (found == nullptr)
    return made;
  Breakable &target = breakables_[at];
  if (target.coerce == nullptr) {
    if (value.isValid())
      reportBreakValue(expr, target);
  } else if (value.isValid()) {
    coerceInto(*target.coerce, value, MergeSite::Break, expr.span);
  } else if (Ty merged = target.coerce->soFar(); !coerceUnitInto(*target.coerce)) {
    error(DiagnosticKind::E0308, "mismatched types", expr.span, expectedFound(merged, types_.unit));
  }
  target.may_break = target.may_break || !diverges_;
  if (value.isValid() && target.coerce != nullptr)
    break_values_[target.target.value].push_back(value);
  node(made).target = target.target;
  node(made).a = value;
  return made;
}

ExprId BodyChecker::checkContinue(const ast::ContinueExpr &expr) {
  Breakable *found = findBreakable(expr.label, expr.span, true);
  ExprId made = make(ExprKind::Continue, types_.never, expr.span);
  if (found != nullptr)
    node(made).target = found->target;
  return made;
}

ExprId BodyChecker::checkReturn(const ast::ReturnExpr &expr) {
  if (!in_function_) {
    error(DiagnosticKind::E0572, "return statement outside of function body", expr.span);
    if (expr.value != nullptr)
      checkExpr(expr.value);
    return make(ExprKind::Return, types_.never, expr.span);
  }
  ExprId value;
  if (expr.value != nullptr)
    value = coerceReturned(checkExpr(expr.value, Expectation::hasType(return_type_)));
  else if (!unify(return_type_, types_.unit))
    reportBareReturn(expr.span);
  ExprId made = make(ExprKind::Return, types_.never, expr.span);
  node(made).a = value;
  return made;
}

} // namespace lien::typeck
