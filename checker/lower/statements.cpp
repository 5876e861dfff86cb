// Blocks and statements: `let` in all forms, assignments, jumps.
//
// The variables of a `let` live to the end of the block: each `let` opens a scope for the rest of it. A statement is a scope for its temporaries; so is,
// since edition 2024, the final expression of a block, and it ends before the variables do. Reference "Destructors", "Drop scopes"; "let statements".
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

// --------------------------------------------------------------------------------------------------------------------- blocks

void Builder::blockExprInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  if (!at.label_target) {
    blockInto(destination, at.block);
    return;
  }
  pushBreakable(id, destination, false);
  blockInto(destination, at.block);
  popBreakable(true, Block(), mir::ExitKind::Break, at.span);
}

void Builder::blockInto(Place destination, typed::BlockId id) {
  const typed::Block &block = typed_.blocks[id];
  const ScopeIndex saved_variables = variables_;
  std::uint32_t opened = 0;
  for (const typed::Stmt &stmt : block.stmts) {
    if (declined_)
      break;
    if (stmt.kind == typed::Stmt::Kind::Let) {
      letStatement(stmt, block);
      ++opened;
      continue;
    }
    const ScopeIndex scope = pushScope(scopeSpan(expr(stmt.expr), stmt.span), true);
    statementExpr(stmt.expr, scope);
    popScope();
  }
  if (declined_) {
    // What the rest refers to may never have been declared.
  } else if (block.tail.isValid()) {
    markTerminating(block.tail);
    into(destination, block.tail);
  } else if (isUnit(typeOf(destination))) {
    assignUnit(destination, block.span);
  }
  for (; opened > 0; --opened)
    popScope();
  variables_ = saved_variables;
}

// ------------------------------------------------------------------------------------------------------------------------ let

/// Opens the scope of the statement's variables; the block closes it.
void Builder::letStatement(const typed::Stmt &stmt, const typed::Block &block) {
  const Span rest(stmt.span.lo(), std::max(stmt.span.hi(), block.span.hi()));
  if (stmt.else_block.isValid()) {
    letElse(stmt, rest);
    return;
  }
  variables_ = pushScope(rest, false);
  if (!stmt.expr.isValid()) {
    letWithout(stmt);
    return;
  }
  pushScope(stmt.span, true);
  extendTemporaries(stmt.expr, stmt.pat, variables_);
  declareBindings(stmt.pat, false, stmt.user_type);
  intoPattern(stmt);
  popScope();
}

void Builder::letWithout(const typed::Stmt &stmt) {
  declareBindings(stmt.pat, false, stmt.user_type);
  visitBindings(stmt.pat, [&](const typed::Pat &binding) {
    storageLive(binding.local, binding.span, false, Schedule::Yes);
    scheduleBinding(binding.local, binding.span);
  });
}

/// Rule: a plain variable is written directly; a pattern looks at the initialiser's place.
void Builder::intoPattern(const typed::Stmt &stmt) {
  const typed::Pat &pattern = pat(stmt.pat);
  const bool is_plain = pattern.kind == PatKind::Binding && pattern.mode == typed::BindingMode::Move && !pattern.sub.isValid();
  if (!is_plain) {
    placeIntoPattern(stmt.pat, scrutineePlace(stmt.expr), stmt.user_type);
    return;
  }
  const Place variable = place(storageLive(pattern.local, pattern.span, false, Schedule::Yes));
  into(variable, stmt.expr);
  fakeRead(mir::FakeReadCause::ForLet, variable, pattern.span);
  if (stmt.user_type.isValid())
    ascribe(variable, stmt.user_type, stmt.user_type_span);
  scheduleBinding(pattern.local, pattern.span);
}

/// Rule: when the pattern does not match, everything that the statement made is dropped, extended temporaries included, before `else` runs: the `else`
/// block stands outside of the scope of the statement's variables. It is written first, for that reason.
void Builder::letElse(const typed::Stmt &stmt, Span rest) {
  const ScopeIndex outside = topScope();
  const Span else_span = typed_.blocks[stmt.else_block].span;
  const Block here = at_;
  const Block failure = cfg_.start();
  const Local never = newTemporary(types_.never, else_span);
  at_ = failure;
  pushScope(else_span, true);
  blockInto(place(never), stmt.else_block);
  popScope();
  terminate(TerminatorKind::Unreachable, else_span);
  at_ = here;

  variables_ = pushScope(rest, false);
  pushScope(stmt.span, true);
  extendTemporaries(stmt.expr, stmt.pat, variables_);
  declareBindings(stmt.pat, false, stmt.user_type);
  beginFallible(outside);
  const Span scrutinee_span = expr(stmt.expr).span;
  const Place scrutinee = scrutineePlace(stmt.expr);
  MatchTree tree = lowerMatchTree(scrutinee, scrutinee_span, pat(stmt.pat).span, {{stmt.pat, false}}, true);
  if (!declined_) {
    failElse(tree.otherwise, scrutinee_span);
    ascribeScrutinee(tree, scrutinee, stmt.user_type, stmt.user_type_span);
    bindPattern(tree.branches.front(), {}, ExprId(), 0, pat(stmt.pat).span);
  }
  const Block failed = endFallible();
  popScope();
  cfg_.jump(failed, failure, stmt.span);
}

// ----------------------------------------------------------------------------------------------------- expressions as statements

void Builder::statementExpr(ExprId id, ScopeIndex statement_scope) {
  if (tooDeep(expr(id).span))
    return;
  const bool scoped = enterExpr(id);
  statementInner(id, statement_scope);
  if (scoped)
    popScope();
}

void Builder::statementInner(ExprId id, ScopeIndex statement_scope) {
  const typed::Expr &at = expr(id);
  if (at.kind == ExprKind::Assign)
    assignStatement(at);
  else if (at.kind == ExprKind::AssignOp)
    assignOpStatement(at);
  else if (at.kind == ExprKind::Break)
    breakOut(breakableOf(at.target), false, at.a, at);
  else if (at.kind == ExprKind::Continue)
    breakOut(breakableOf(at.target), true, ExprId(), at);
  else if (at.kind == ExprKind::Return)
    breakOut(breakables_.front(), false, at.a, at);
  else
    tempInner(id, statement_scope, false);
}

/// Rule: the value first, then the place. The old value is dropped before the new one is written; if that panics, the new one is written all the same,
/// so that the place is never left empty. Reference "Assignment expressions".
void Builder::assignStatement(const typed::Expr &at) {
  const bool drops = needsDrop(expr(at.a).ty, at.span);
  const Rvalue value = asRvalue(at.b);
  const Place target = asPlace(at.a, true);
  if (drops)
    dropAndReplace(target, value, at);
  else
    assign(target, value, at.span);
}

void Builder::dropAndReplace(Place target, const Rvalue &value, const typed::Expr &at) {
  const Span span = expr(at.a).span;
  const Block write = cfg_.start();
  const Block write_unwinding = cfg_.start(true);
  const Block dropping = at_;
  mir::Terminator &terminator = terminate(TerminatorKind::Drop, span);
  terminator.place = target;
  terminator.replace = true;
  terminator.exit = mir::ExitKind::Assign;
  terminator.exit_span = at.span;
  terminator.scope = scopeId(topScope());
  terminator.targets.push_back(write);
  terminator.unwind = write_unwinding;
  at_ = write_unwinding;
  assign(target, value, span);
  at_ = write;
  assign(target, value, span);
  unwindFrom(dropping);
}

/// Rule: compound assignment on built-in numbers evaluates the right side first. Reference "Compound assignment expressions".
void Builder::assignOpStatement(const typed::Expr &at) {
  const Operand value = asOperand(at.b, topScope(), NeedsTemporary::No);
  const Place target = asPlace(at.a, true);
  const Rvalue result = buildBinary(at.binary, copyOf(target), value, typeOf(target), at.span);
  assign(target, result, at.span);
}

void Builder::breakOut(const Breakable &breakable, bool is_continue, ExprId value, const typed::Expr &jump) {
  const Breakable target = breakable; // the value may open others
  mir::ExitKind kind = mir::ExitKind::Continue;
  if (!is_continue) {
    kind = jump.kind == ExprKind::Break ? mir::ExitKind::Break : mir::ExitKind::Return;
    if (jump.desugar == typed::Desugar::TryReturn)
      kind = mir::ExitKind::Question;
    if (jump.desugar == typed::Desugar::ForLoop || jump.desugar == typed::Desugar::WhileLoop)
      kind = mir::ExitKind::None; // the loop's own end: nobody jumps
    if (value.isValid())
      into(target.destination, value);
    else
      assignUnit(target.destination, jump.span);
  }
  jumpOut(is_continue ? *target.continues : *target.breaks, target.scope, kind, jump.span, jump.span);
  at_ = cfg_.start();
}

} // namespace lien::lower
