// Makers of typed nodes: every field that a kind needs, set in one place.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::Expr;
using typed::ExprKind;

ExprId BodyChecker::make(ExprKind kind, Ty ty, Span span) {
  Expr expr;
  expr.kind = kind;
  expr.ty = ty;
  expr.span = rel(span);
  return body_->exprs.push(std::move(expr));
}

ExprId BodyChecker::makeError(Span span) { return make(ExprKind::Tuple, types_.error, span); }

ExprId BodyChecker::makeUnit(Span span) { return make(ExprKind::Tuple, types_.unit, span); }

ExprId BodyChecker::makeLocal(LocalId local, Span span) {
  ExprId expr = make(ExprKind::Local, body_->locals[local].ty, span);
  node(expr).local = local;
  return expr;
}

ExprId BodyChecker::makeBool(bool value, Span span) {
  ExprId expr = make(ExprKind::Literal, types_.boolean, span);
  ConstantValue constant;
  constant.kind = ConstantValue::Kind::Bool;
  constant.lo = value ? 1 : 0;
  node(expr).value = body_->keep(constant);
  return expr;
}

ExprId BodyChecker::makeInt(std::uint64_t value, Ty ty, Span span) {
  ExprId expr = make(ExprKind::Literal, ty, span);
  ConstantValue constant;
  constant.kind = ConstantValue::Kind::Int;
  constant.lo = value;
  node(expr).value = body_->keep(constant);
  return expr;
}

ExprId BodyChecker::makeStr(Symbol text, Span span) {
  ExprId expr = make(ExprKind::Literal, types_.ref(Region::erased(), types_.str, Mutability::Not), span);
  ConstantValue constant;
  constant.kind = ConstantValue::Kind::Str;
  constant.text = text;
  node(expr).value = body_->keep(constant);
  return expr;
}

ExprId BodyChecker::makeBorrow(ExprId operand, Mutability mutability, BorrowKind kind, Span span) {
  ExprId expr = make(ExprKind::Borrow, types_.ref(Region::erased(), typeOf(operand), mutability), span);
  Expr &borrow = node(expr);
  borrow.a = operand;
  borrow.mutability = mutability;
  borrow.borrow = kind;
  borrow.implicit = kind != BorrowKind::Written;
  return expr;
}

ExprId BodyChecker::makeDeref(ExprId operand, Ty ty, Span span, bool implicit) {
  ExprId expr = make(ExprKind::Deref, ty, span);
  node(expr).a = operand;
  node(expr).implicit = implicit;
  return expr;
}

ExprId BodyChecker::makeField(ExprId base, std::uint32_t index, Ty ty, Span span) {
  ExprId expr = make(ExprKind::Field, ty, span);
  node(expr).a = base;
  node(expr).index = index;
  return expr;
}

ExprId BodyChecker::makeFnItem(DefId def, Args args, Span span) {
  ExprId expr = make(ExprKind::FnItem, types_.fnDef(def, args), span);
  node(expr).def = def;
  node(expr).args = args;
  return expr;
}

ExprId BodyChecker::makeCall(ExprId callee, llvm::ArrayRef<ExprId> args, Ty output, Span span, Desugar desugar) {
  ExprId expr = make(ExprKind::Call, output, span);
  Expr &call = node(expr);
  call.a = callee;
  call.list = body_->keep(args);
  call.desugar = desugar;
  call.fn_span = rel(span);
  return expr;
}

ExprId BodyChecker::makeTuple(llvm::ArrayRef<ExprId> elements, Span span) {
  llvm::SmallVector<Ty, 8> element_types;
  for (ExprId element : elements)
    element_types.push_back(typeOf(element));
  ExprId expr = make(ExprKind::Tuple, types_.tuple(element_types), span);
  node(expr).list = body_->keep(elements);
  return expr;
}

ExprId BodyChecker::makeCoerce(ExprId operand, Ty ty, CoercionKind kind) {
  ExprId expr = make(ExprKind::Coerce, ty, spanOf(operand));
  Expr &coerce = node(expr);
  coerce.a = operand;
  coerce.coercion = kind;
  coerce.implicit = true;
  return expr;
}

ExprId BodyChecker::makeBlock(llvm::ArrayRef<typed::Stmt> stmts, ExprId tail, Ty ty, Span span) {
  typed::Block block;
  block.span = rel(span);
  block.stmts = body_->keep(stmts);
  block.tail = tail;
  ExprId expr = make(ExprKind::Block, ty, span);
  node(expr).block = body_->blocks.push(std::move(block));
  return expr;
}

ExprId BodyChecker::makeBreak(ExprId target, Desugar desugar, Span span) {
  ExprId expr = make(ExprKind::Break, types_.never, span);
  node(expr).target = target;
  node(expr).desugar = desugar;
  return expr;
}

ExprId BodyChecker::makeMatch(ExprId scrutinee, llvm::ArrayRef<Arm> arms, Ty ty, Span span, Desugar desugar) {
  ExprId expr = make(ExprKind::Match, ty, span);
  Expr &match = node(expr);
  match.a = scrutinee;
  match.arms = body_->keep(arms);
  match.desugar = desugar;
  return expr;
}

PatId BodyChecker::makePat(typed::PatKind kind, Ty ty, Span span) {
  typed::Pat pat;
  pat.kind = kind;
  pat.ty = ty;
  pat.span = rel(span);
  return body_->pats.push(std::move(pat));
}

PatId BodyChecker::makeErrorPat(Span span) { return makePat(typed::PatKind::Error, types_.error, span); }

PatId BodyChecker::makeBindingPat(LocalId local, BindingMode mode, Ty ty, Span span) {
  PatId pat = makePat(typed::PatKind::Binding, ty, span);
  body_->pats[pat].local = local;
  body_->pats[pat].mode = mode;
  return pat;
}

LocalId BodyChecker::makeLocalDecl(Symbol name, Span span, Ty ty, typed::Local::Source source) {
  typed::Local local;
  local.name = name;
  local.span = rel(span);
  local.ty = ty;
  local.source = source;
  return body_->locals.push(std::move(local));
}

UserTypeId BodyChecker::makeUserType(Ty ty, Span span) { return body_->user_types.push({ty, rel(span)}); }

ExprId BodyChecker::moveAside(ExprId expr) {
  Expr copy = node(expr);
  ExprId moved = body_->exprs.push(std::move(copy));
  if (node(moved).kind == ExprKind::Loop || node(moved).label_target)
    moved_targets_.emplace_back(expr, moved);
  renameDeferred(expr, moved);
  return moved;
}

// What is settled at the end is found by its id, which has just changed.
void BodyChecker::renameDeferred(ExprId from, ExprId to) {
  auto rename = [&](llvm::SmallVectorImpl<ExprId> &list) {
    for (ExprId &entry : llvm::reverse(list))
      if (entry == from) {
        entry = to;
        return;
      }
  };
  switch (node(to).kind) {
  case ExprKind::Call:
    if (node(to).overloaded)
      rename(deferred_operators_);
    return;
  case ExprKind::Cast:
    rename(deferred_casts_);
    return;
  case ExprKind::Repeat:
    rename(deferred_repeats_);
    return;
  default: // settled already
    return;
  }
}

void BodyChecker::undoMoveAside(ExprId expr, ExprId moved) {
  renameDeferred(moved, expr);
  if (moved.index() + 1 == body_->exprs.size())
    body_->exprs.resize(moved.index());
  if (!moved_targets_.empty() && moved_targets_.back().first == expr)
    moved_targets_.pop_back();
}

} // namespace lien::typeck
