// Expressions as places, operands and temporaries.
//
// A place expression used as a place stays one; any expression used as a place that is none gets a temporary, which lives to the end of the enclosing
// drop scope (or longer, if extended). An operand is a constant or a temporary that lives to the end of the expression that uses it: a variable read as
// an operand is copied or moved into such a temporary, which fixes the order of evaluation. Reference "Place expressions and value expressions",
// "Temporaries", "Temporary scopes".
#include "checker/lower/builder.hpp"

namespace lien::lower {

bool Builder::isConstantKind(ExprId id) const {
  const ExprKind kind = expr(id).kind;
  return kind == ExprKind::Literal || kind == ExprKind::Constant || kind == ExprKind::FnItem;
}

// --------------------------------------------------------------------------------------------------------------------- places

Place Builder::asPlace(ExprId id, bool is_mut) { return placeOf(id, is_mut, nullptr); }

Place Builder::placeOf(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows) {
  if (tooDeep(expr(id).span))
    return place(Local(std::size_t{0}));
  const bool scoped = enterExpr(id);
  const Place result = placeInner(id, is_mut, fake_borrows);
  if (scoped)
    popScope();
  return result;
}

Place Builder::variablePlace(typed::LocalId local) {
  const Variable &variable = variables_of_[local.index()];
  if (declined_ && !variable.local.isValid()) // its declaration was left out; nothing is made of the body any more
    return place(Local(std::size_t{mir::return_local}));
  if (variable.guards == 0)
    return place(variable.local);
  return deref(place(variable.guard_ref), typed_.locals[local].ty);
}

Place Builder::placeInner(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows) {
  const typed::Expr &at = expr(id);
  if (at.kind == ExprKind::Local)
    return variablePlace(at.local);
  if (at.kind == ExprKind::Field)
    return field(placeOf(at.a, is_mut, fake_borrows), at.index, at.ty);
  if (at.kind == ExprKind::Deref)
    return deref(placeOf(at.a, is_mut, fake_borrows), at.ty);
  if (at.kind == ExprKind::Index)
    return indexPlace(id, is_mut, fake_borrows);
  if (at.kind == ExprKind::Static)
    return staticPlace(at);
  if (at.kind == ExprKind::Ascribe) {
    const Place inner = placeOf(at.a, is_mut, nullptr);
    ascribe(inner, at.user_type, at.span);
    return inner;
  }
  if (at.kind == ExprKind::Cast && namesLifetimes(at))
    return castPlace(id);
  return place(tempInner(id, temporaryLifetime(id), is_mut));
}

/// A static is reached through its address, in a temporary of its own.
Place Builder::staticPlace(const typed::Expr &at) {
  const Ty address_type = sharedRef(at.ty);
  const Local temporary = newTemporary(address_type, at.span);
  out_.locals[temporary].static_item = at.def;
  statement(StatementKind::StorageLive, place(temporary), at.span);
  scheduleStorage(temporaryScope(), temporary);
  mir::Constant address;
  address.kind = mir::Constant::Kind::Static;
  address.ty = address_type;
  address.def = at.def;
  address.span = at.span;
  assign(place(temporary), use(constant(address), address_type), at.span);
  return deref(place(temporary), at.ty);
}

/// Rule: the base is evaluated first, then the index into a temporary that nothing can change, then the bounds are checked. While an inner index of
/// `base[i][j]` is evaluated, the outer base must stay what it was: its pointers are fake-borrowed until the whole place is known.
Place Builder::indexPlace(ExprId id, bool is_mut, llvm::SmallVectorImpl<Local> *fake_borrows) {
  const typed::Expr &at = expr(id);
  llvm::SmallVector<Local, 2> own;
  const bool is_outermost = fake_borrows == nullptr;
  const Place base = placeOf(at.a, is_mut, is_outermost ? &own : fake_borrows);
  const Local index = asTemp(at.b, temporaryLifetime(at.b), false);
  boundsCheck(base, index, at.span);
  if (is_outermost)
    for (const Local borrowed : own)
      fakeRead(mir::FakeReadCause::ForIndex, place(borrowed), at.span);
  else
    fakeBorrowBase(base, *fake_borrows, at.span);
  mir::Projection step;
  step.kind = mir::ProjectionKind::Index;
  step.a = index.value;
  return out_.places.project(base, step, at.ty);
}

Operand Builder::lengthOf(Place base, Span span) {
  const TyData &data = types_.data(typeOf(base));
  const Ty usize = types_.integer(IntKind::Usize);
  if (data.kind == TyKind::Array) {
    const ConstData &length = types_.data(data.length);
    return integer(usize, length.kind == ConstKind::Value ? length.value : 0, span);
  }
  Rvalue length;
  length.kind = RvalueKind::Len;
  length.place = base;
  length.ty = usize;
  return moveOf(temporaryFor(length, span));
}

void Builder::boundsCheck(Place base, Local index, Span span) {
  // The length of an array is known, so nothing would show that the array itself must be initialised here.
  if (types_.is(typeOf(base), TyKind::Array))
    fakeRead(mir::FakeReadCause::ForIndex, base, span);
  const Operand length = lengthOf(base, span);
  const Rvalue in_bounds = binary(RvalueKind::Binary, ast::BinaryOp::Lt, copyOf(place(index)), twice(length), types_.boolean);
  assertThat(moveOf(temporaryFor(in_bounds, span)), span);
}

void Builder::fakeBorrowBase(Place base, llvm::SmallVectorImpl<Local> &fake_borrows, Span span) {
  if (!types_.is(typeOf(base), TyKind::Slice))
    return;
  for (Place at = base; out_.places[at].base.isValid(); at = out_.places[at].base) {
    const Place prefix = out_.places[at].base;
    const mir::ProjectionKind step = out_.places[at].step.kind;
    if (step == mir::ProjectionKind::Index && types_.is(typeOf(prefix), TyKind::Slice))
      return; // the index before this one did the rest
    if (step != mir::ProjectionKind::Deref)
      continue;
    const Ty type = sharedRef(typeOf(prefix));
    const Local borrowed = newTemporary(type, span);
    assign(place(borrowed), refTo(prefix, mir::BorrowKind::FakeShallow, type), span);
    fake_borrows.push_back(borrowed);
  }
}

// --------------------------------------------------------------------------------------------------------------- temporaries

Local Builder::asTemp(ExprId id, Lifetime lifetime, bool is_mut) {
  if (tooDeep(expr(id).span))
    return Local(std::size_t{0});
  const bool scoped = enterExpr(id);
  const Local result = tempInner(id, lifetime, is_mut);
  if (scoped)
    popScope();
  return result;
}

Local Builder::tempInner(ExprId id, Lifetime lifetime, bool is_mut) {
  const typed::Expr &at = expr(id);
  const Local temporary = newTemporary(at.ty, at.span);
  out_.locals[temporary].is_mut = is_mut;
  // What never yields a value needs no storage for it.
  const bool is_jump = at.kind == ExprKind::Break || at.kind == ExprKind::Continue || at.kind == ExprKind::Return;
  const bool is_diverging_block = at.kind == ExprKind::Block && !at.label_target && !typed_.blocks[at.block].tail.isValid() && at.ty == types_.never;
  if (!is_jump && !is_diverging_block) {
    statement(StatementKind::StorageLive, place(temporary), at.span);
    scheduleStorage(lifetime, temporary);
  }
  intoInner(place(temporary), id);
  scheduleValue(lifetime, temporary, at.span);
  return temporary;
}

// ------------------------------------------------------------------------------------------------------------------ operands

Operand Builder::asOperand(ExprId id, ScopeIndex scope, NeedsTemporary needs) {
  if (tooDeep(expr(id).span))
    return copyOf(place(Local(std::size_t{0})));
  const bool scoped = enterExpr(id);
  const Operand result = operandInner(id, scope, needs);
  if (scoped)
    popScope();
  return result;
}

Operand Builder::operandInner(ExprId id, ScopeIndex scope, NeedsTemporary needs) {
  const typed::Expr &at = expr(id);
  if (isConstantKind(id) && (needs == NeedsTemporary::No || !needsDrop(at.ty, at.span)))
    return constantOf(id);
  return moveOf(place(tempInner(id, scope, true)));
}

Operand Builder::constantOf(ExprId id) {
  const typed::Expr &at = expr(id);
  mir::Constant value;
  value.ty = at.ty;
  value.span = at.span;
  value.user_type = at.user_type;
  if (at.kind == ExprKind::Literal) {
    value.kind = mir::Constant::Kind::Literal;
    value.value = at.value;
  } else {
    value.kind = at.kind == ExprKind::FnItem ? mir::Constant::Kind::FnItem : mir::Constant::Kind::Item;
    value.def = at.def;
    value.args = at.args;
  }
  return constant(value);
}

} // namespace lien::lower
