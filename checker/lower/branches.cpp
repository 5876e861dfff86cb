// Conditions: `if`, `&&`, `||`, `!` and `let` chains as control flow.
//
//   if a && let Some(x) = f() { then } else { other }       failure of either part leaves to `other`, dropping f()'s temporaries and x on the way
//
// Temporaries of a plain condition die with it, before either branch runs; those of a `let` in a condition live through the branch that it opens, and die
// before `else` (edition 2024). Reference "Temporary scopes", "if and if let expressions".
#include "checker/lower/builder.hpp"
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

/// Rule: the operands of `&&` and `||` are drop scopes, `let` conditions excepted. In a chain only the first operand on the left is not an operator itself.
void Builder::markLogicalOperands(const typed::Expr &at) {
  const ExprKind left = expr(source(at.a)).kind;
  if (left != ExprKind::Let && left != ExprKind::Logical)
    markTerminating(at.a);
  if (expr(source(at.b)).kind != ExprKind::Let)
    markTerminating(at.b);
}

/// Rule: the whole condition of `if` and `while`, and a guard, is a drop scope, unless it is a `let` or a chain, whose parts decide for themselves.
void Builder::markCondition(ExprId id) {
  const ExprKind kind = expr(source(id)).kind;
  if (kind != ExprKind::Let && kind != ExprKind::Logical)
    markTerminating(id);
}

void Builder::condition(ExprId id, ScopeIndex scope, bool declare_bindings) {
  if (tooDeep(expr(id).span))
    return;
  const bool scoped = enterExpr(id, true);
  conditionInner(id, scope, declare_bindings);
  if (scoped)
    popScope();
}

void Builder::conditionInner(ExprId id, ScopeIndex scope, bool declare_bindings) {
  const typed::Expr &at = expr(id);
  const bool is_logical = at.kind == ExprKind::Logical;
  if (is_logical && at.binary == ast::BinaryOp::And) {
    conjunction(id, scope, declare_bindings);
  } else if (is_logical) {
    disjunction(id, scope);
  } else if (at.kind == ExprKind::Unary && at.unary == ast::UnaryOp::Not) {
    beginFallible(topScope());
    condition(at.a, scope, false);
    const Block success = at_;
    at_ = endFallible();
    failElse(success, at.span);
  } else if (at.kind == ExprKind::Let) {
    letCondition(at, declare_bindings);
  } else {
    const Local value = tempInner(id, scope == no_scope ? topScope() : scope, true);
    const auto [holds, fails] = branchOn(moveOf(place(value)), at.span);
    failElse(fails, at.span);
    at_ = holds;
  }
}

/// The operands of a chain of one operator, without recursion along the chain.
llvm::SmallVector<ExprId, 4> Builder::chain(ExprId id) {
  const ast::BinaryOp op = expr(id).binary;
  llvm::SmallVector<ExprId, 4> operands;
  while (true) {
    const typed::Expr &at = expr(id);
    markLogicalOperands(at);
    operands.push_back(at.b);
    id = at.a;
    if (expr(id).kind != ExprKind::Logical || expr(id).binary != op)
      break;
  }
  operands.push_back(id);
  std::reverse(operands.begin(), operands.end());
  return operands;
}

void Builder::conjunction(ExprId id, ScopeIndex scope, bool declare_bindings) {
  for (const ExprId operand : chain(id))
    condition(operand, scope, declare_bindings);
}

void Builder::disjunction(ExprId id, ScopeIndex scope) {
  const llvm::SmallVector<ExprId, 4> operands = chain(id);
  const Span span = expr(id).span;
  for (std::size_t count = 1; count < operands.size(); ++count)
    beginFallible(topScope());
  condition(operands.front(), scope, false);
  for (const ExprId operand : llvm::drop_begin(operands)) {
    const Block succeeded = at_;
    at_ = endFallible();
    condition(operand, scope, false);
    const Block join = cfg_.start();
    jumpTo(join, span);
    cfg_.jump(succeeded, join, span);
    at_ = join;
  }
}

void Builder::letCondition(const typed::Expr &let, bool declare_bindings) {
  const Span scrutinee_span = expr(let.a).span;
  const Place scrutinee = scrutineePlace(let.a);
  MatchTree tree = lowerMatchTree(scrutinee, scrutinee_span, pat(let.pat).span, {{let.pat, false}}, true);
  failElse(tree.otherwise, scrutinee_span);
  if (declare_bindings)
    declareBindings(let.pat, false, typed::UserTypeId());
  bindPattern(tree.branches.front(), {}, ExprId(), 0, pat(let.pat).span);
}

/// A chain of `else if` is a loop here: each `else` that is an `if` again is entered without recursion, and the ways are joined from the inside out.
void Builder::ifInto(Place destination, ExprId id) {
  struct Level {
    Block then_end;
    Span span;
    bool scoped;
  };
  llvm::SmallVector<Level, 4> levels;
  bool scoped = false;
  while (true) {
    const typed::Expr &at = expr(id);
    const ScopeIndex outside = topScope();
    pushScope(writtenSpan(at.b), true);
    const ScopeIndex saved_variables = std::exchange(variables_, topScope());
    beginFallible(outside);
    markCondition(at.a);
    condition(at.a, outside, true);
    markTerminating(at.b);
    into(destination, at.b);
    const Block failed = endFallible();
    popScope();
    variables_ = saved_variables;
    levels.push_back({at_, at.span, scoped});
    at_ = failed;
    if (!at.c.isValid()) {
      assignUnit(destination, at.span.shrinkToHi());
      break;
    }
    markTerminating(at.c);
    if (expr(at.c).kind != ExprKind::If) {
      into(destination, at.c);
      break;
    }
    scoped = enterExpr(at.c);
    id = at.c;
  }
  for (const Level &level : llvm::reverse(levels)) {
    const Block join = cfg_.start();
    cfg_.jump(level.then_end, join, level.span);
    jumpTo(join, level.span);
    at_ = join;
    if (level.scoped)
      popScope();
  }
}

void Builder::logicalInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  markLogicalOperands(at);
  const bool is_and = at.binary == ast::BinaryOp::And;
  const ScopeIndex scope = topScope();
  beginFallible(scope);
  condition(at.a, scope, false);
  const Block holds = at_;
  const Block fails = endFallible();
  const Block decided = is_and ? fails : holds;
  at_ = decided;
  assignBool(destination, !is_and, at.span);
  at_ = is_and ? holds : fails;
  into(destination, at.b);
  const Block join = cfg_.start();
  jumpTo(join, at.span);
  cfg_.jump(decided, join, at.span);
  at_ = join;
}

} // namespace lien::lower
