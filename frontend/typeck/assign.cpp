// Assignments, plain and destructuring. Reference, "Assignment expressions".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

// Whether an expression is a place by its form; paths count as such (used for hints only, which paths ignore).
bool BodyChecker::isPlaceExpr(const ast::Expr *expr) const {
  while (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(expr))
    expr = paren->inner;
  switch (expr->kind) {
  case ast::ExprKind::Path:
  case ast::ExprKind::Field:
  case ast::ExprKind::Index:
    return true;
  case ast::ExprKind::Unary:
    return llvm::cast<ast::UnaryExpr>(expr)->op == ast::UnaryOp::Deref;
  default: // values
    return false;
  }
}

bool BodyChecker::isAssignable(ExprId expr) {
  if (isSilent(infer_.shallow(typeOf(expr))))
    return true;
  switch (node(expr).kind) {
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Deref:
  case ExprKind::Field:
  case ExprKind::Index:
    return true;
  default: // values
    return false;
  }
}

ExprId BodyChecker::checkAssign(const ast::AssignExpr &expr) {
  if (isDestructuring(expr.lhs))
    return checkDestructuring(expr);
  ExprId lhs = checkPlace(expr.lhs, {}, Mutability::Mut);
  const Ty type = infer_.shallow(typeOf(lhs));
  ExprId rhs = checkExpr(expr.rhs, Expectation::hasType(type));
  return finishAssign(lhs, rhs, expr.eq_span, expr.span);
}

ExprId BodyChecker::finishAssign(ExprId lhs, ExprId rhs, Span eq_span, Span span) {
  Ty type = infer_.shallow(typeOf(lhs));
  if (!isAssignable(lhs))
    error(DiagnosticKind::E0070, "invalid left-hand side of assignment", eq_span).label(spanOf(lhs), "cannot assign to this expression");
  else if (rhs = coerceOrReport(rhs, type); is(type, TyKind::Ref) || is(type, TyKind::Tuple) || is(type, TyKind::Array))
    settleAssigned(lhs, rhs);
  requireSized(infer_.shallow(type), spanOf(lhs), ObligationCause::Misc);
  ExprId result = make(ExprKind::Assign, types_.unit, span);
  node(result).a = lhs;
  node(result).b = rhs;
  return result;
}

// ---------------------------------------------------------------------------------------------------------- destructuring

/// The path of a tuple struct, tuple variant or unit struct that an assignee names; null: the expression is a place.
const ast::Path *BodyChecker::assigneePath(const ast::Expr *expr) {
  const ast::Path *path = nullptr;
  if (const auto *call = llvm::dyn_cast<ast::CallExpr>(expr)) {
    const auto *callee = llvm::dyn_cast<ast::PathExpr>(call->callee);
    if (callee == nullptr)
      return nullptr;
    path = &callee->path;
    if (path->segments.size() > 1 || path->qself != nullptr)
      return path; // a method in this place is E0164
  } else if (const auto *lone = llvm::dyn_cast<ast::PathExpr>(expr)) {
    path = &lone->path;
  }
  if (path == nullptr || path->qself != nullptr)
    return nullptr;
  DiagnosticSink ignored;
  PathRes resolution = scopes_.resolve(*path, PathUse::Value, ignored);
  if (resolution.resolved != path->segments.size())
    return nullptr;
  if (resolution.res.kind == ResKind::SelfCtor)
    return path;
  if (resolution.res.kind != ResKind::Def)
    return nullptr;
  const DefKind kind = program_.def(resolution.res.def).kind;
  return kind == DefKind::Struct || kind == DefKind::Variant ? path : nullptr;
}

bool BodyChecker::isDestructuring(const ast::Expr *expr) {
  while (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(expr))
    expr = paren->inner;
  switch (expr->kind) {
  case ast::ExprKind::Underscore:
  case ast::ExprKind::Tuple:
  case ast::ExprKind::Array:
  case ast::ExprKind::Struct:
    return true;
  case ast::ExprKind::Call:
  case ast::ExprKind::Path:
    return assigneePath(expr) != nullptr;
  default: // a place
    return false;
  }
}

// The assignee as a pattern; each place in it becomes a nameless binding, noted in order.
const ast::Pat *BodyChecker::assigneePattern(const ast::Expr *expr, llvm::SmallVectorImpl<const ast::Expr *> &places) {
  while (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(expr))
    expr = paren->inner;
  auto wild = [&]() -> const ast::Pat * { return new (syntax_.Allocate<ast::WildPat>()) ast::WildPat(expr->span); };
  if (StackGuard::exhausted()) {
    sink_.declineLimit(expr->span, "expressions nested too deeply");
    return wild();
  }
  auto keepList = [&](ast::List<const ast::Expr *> exprs) {
    llvm::SmallVector<const ast::Pat *, 8> list;
    for (const ast::Expr *entry : exprs) {
      const auto *range = llvm::dyn_cast<ast::RangeExpr>(entry);
      if (range != nullptr && range->lo == nullptr && range->hi == nullptr && !range->inclusive)
        list.push_back(new (syntax_.Allocate<ast::RestPat>()) ast::RestPat(entry->span));
      else
        list.push_back(assigneePattern(entry, places));
    }
    return llvm::ArrayRef<const ast::Pat *>(list).copy(syntax_);
  };
  switch (expr->kind) {
  case ast::ExprKind::Underscore:
    return wild();
  case ast::ExprKind::Tuple: {
    auto *pat = new (syntax_.Allocate<ast::TuplePat>()) ast::TuplePat(expr->span);
    pat->elements = keepList(llvm::cast<ast::TupleExpr>(expr)->elements);
    return pat;
  }
  case ast::ExprKind::Array: {
    auto *pat = new (syntax_.Allocate<ast::SlicePat>()) ast::SlicePat(expr->span);
    pat->elements = keepList(llvm::cast<ast::ArrayExpr>(expr)->elements);
    return pat;
  }
  case ast::ExprKind::Struct: {
    const auto &literal = *llvm::cast<ast::StructExpr>(expr);
    auto *pat = new (syntax_.Allocate<ast::StructPat>()) ast::StructPat(expr->span);
    pat->path = literal.path;
    pat->has_rest = literal.has_rest;
    pat->rest_span = literal.rest_span;
    llvm::SmallVector<ast::FieldPat, 8> fields;
    for (const ast::FieldInit &field : literal.fields) {
      ast::FieldPat made;
      made.span = field.span;
      made.name = field.name;
      made.pat = assigneePattern(field.value, places);
      fields.push_back(made);
    }
    pat->fields = llvm::ArrayRef<ast::FieldPat>(fields).copy(syntax_);
    if (literal.base != nullptr)
      error(DiagnosticKind::Syntax, "functional record updates are not allowed in destructuring assignments", literal.base->span);
    return pat;
  }
  case ast::ExprKind::Call:
  case ast::ExprKind::Path:
    if (const ast::Path *path = assigneePath(expr)) {
      if (const auto *call = llvm::dyn_cast<ast::CallExpr>(expr)) {
        auto *pat = new (syntax_.Allocate<ast::TupleStructPat>()) ast::TupleStructPat(expr->span);
        pat->path = *path;
        pat->elements = keepList(call->args);
        return pat;
      }
      auto *pat = new (syntax_.Allocate<ast::PathPat>()) ast::PathPat(expr->span);
      pat->path = *path;
      return pat;
    }
    break;
  default: // a place
    break;
  }
  places.push_back(expr);
  return new (syntax_.Allocate<ast::IdentPat>()) ast::IdentPat(expr->span);
}

// `(a, _) = e` is `{ let (lhs, _) = e; a = lhs; }`.
ExprId BodyChecker::checkDestructuring(const ast::AssignExpr &expr) {
  llvm::SmallVector<const ast::Expr *, 8> places;
  const ast::Pat *pattern = assigneePattern(expr.lhs, places);
  Ty ty = newVar(expr.lhs->span);
  llvm::SmallVector<typed::Stmt, 8> stmts;
  typed::Stmt let;
  let.kind = typed::Stmt::Kind::Let;
  let.span = rel(expr.span);
  let.expr = checkCoercible(expr.rhs, ty);
  PatContext context;
  context.source = typed::Local::Source::Desugar;
  context.origin = expr.rhs->span;
  PatBindings bindings;
  let.pat = checkPatTop(pattern, isSilent(infer_.shallow(typeOf(let.expr))) ? infer_.shallow(typeOf(let.expr)) : ty, context, bindings);
  stmts.push_back(let);
  for (std::size_t i = 0; i < places.size(); ++i) {
    ExprId place = checkPlace(places[i], {}, Mutability::Mut);
    ExprId value = i < bindings.all.size() ? makeLocal(bindings.all[i].local, places[i]->span) : makeError(places[i]->span);
    typed::Stmt assign;
    assign.kind = typed::Stmt::Kind::Expr;
    assign.span = rel(places[i]->span);
    assign.expr = finishAssign(place, value, expr.eq_span, places[i]->span);
    stmts.push_back(assign);
  }
  ExprId block = makeBlock(stmts, {}, types_.unit, expr.span);
  node(block).desugar = Desugar::CompoundAssign;
  return block;
}

} // namespace lien::typeck
