// Expressions as rvalues: operators with their run-time checks, casts, tuples and arrays.
//
// A check that can fail is an Assert with an unwind edge: what is alive is dropped there, and the borrow check sees that.
#include "checker/lower/builder.hpp"

namespace lien::lower {

using ast::BinaryOp;

Rvalue Builder::asRvalue(ExprId id) {
  const ScopeIndex scope = topScope();
  if (tooDeep(expr(id).span))
    return use(copyOf(place(Local(std::size_t{0}))), expr(id).ty);
  const bool scoped = enterExpr(id);
  const Rvalue value = rvalueInner(id, scope);
  if (scoped)
    popScope();
  return value;
}

Rvalue Builder::rvalueInner(ExprId id, ScopeIndex scope) {
  const typed::Expr &at = expr(id);
  switch (at.kind) {
  case ExprKind::Literal:
  case ExprKind::Constant:
  case ExprKind::FnItem:
    return use(constantOf(id), at.ty);
  case ExprKind::Binary: {
    const Operand lhs = asOperand(at.a, scope, NeedsTemporary::Maybe);
    const Operand rhs = asOperand(at.b, scope, NeedsTemporary::No);
    return buildBinary(at.binary, lhs, rhs, at.ty, at.span);
  }
  case ExprKind::Unary:
    return buildUnary(at, scope);
  case ExprKind::Cast:
    if (expr(at.a).ty == at.ty)
      break;
    return buildCast(at, scope);
  case ExprKind::Coerce: {
    if (at.coercion == typed::CoercionKind::NeverToAny)
      break;
    Rvalue value;
    value.kind = RvalueKind::Cast;
    value.cast = at.coercion == typed::CoercionKind::Unsize    ? mir::CastKind::Unsize
                 : at.coercion == typed::CoercionKind::ReifyFn ? mir::CastKind::ReifyFn
                                                               : mir::CastKind::ClosureToFn;
    value.operands = keep<Operand>(asOperand(at.a, scope, NeedsTemporary::No));
    value.ty = at.ty;
    return value;
  }
  case ExprKind::Tuple:
    return buildList(at, mir::AggregateKind::Tuple, scope);
  case ExprKind::Array:
    return buildList(at, mir::AggregateKind::Array, scope);
  case ExprKind::Repeat:
    return buildRepeat(at, scope);
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Call:
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Deref:
  case ExprKind::Borrow:
  case ExprKind::Logical:
  case ExprKind::Assign:
  case ExprKind::AssignOp:
  case ExprKind::Block:
  case ExprKind::If:
  case ExprKind::Let:
  case ExprKind::Match:
  case ExprKind::Loop:
  case ExprKind::Break:
  case ExprKind::Continue:
  case ExprKind::Return:
  case ExprKind::Adt:
  case ExprKind::Closure:
  case ExprKind::Ascribe:
  case ExprKind::PlaceMention:
    break;
  }
  return use(operandInner(id, scope, NeedsTemporary::No), at.ty);
}

Place Builder::temporaryFor(const Rvalue &value, Span span) {
  const Place temporary = place(newTemporary(value.ty, span));
  assign(temporary, value, span);
  return temporary;
}

void Builder::assertThat(const Operand &condition, Span span) {
  const Block success = cfg_.start();
  mir::Terminator &terminator = terminate(TerminatorKind::Assert, span);
  terminator.operand = condition;
  terminator.targets.push_back(success);
  unwindFrom(at_);
  at_ = success;
}

// ------------------------------------------------------------------------------------------------------------------ operators

/// Rule: integer arithmetic that overflows, shifts by too much and divisions by zero panic (a build with checks, which rustc's borrow check sees).
/// Reference "Operator expressions", "Overflow".
Rvalue Builder::buildBinary(BinaryOp op, const Operand &lhs, const Operand &rhs, Ty ty, Span span) {
  if (types_.is(ty, TyKind::Int)) {
    if (op == BinaryOp::Add || op == BinaryOp::Sub || op == BinaryOp::Mul) {
      const Ty pair = types_.tuple({ty, types_.boolean});
      const Place checked = temporaryFor(binary(RvalueKind::CheckedBinary, op, twice(lhs), twice(rhs), pair), span);
      assertThat(moveOf(field(checked, 1, types_.boolean)), span);
      return use(moveOf(field(checked, 0, ty)), ty);
    }
    if (op == BinaryOp::Shl || op == BinaryOp::Shr) {
      checkShift(rhs, span);
    }
    if (op == BinaryOp::Div || op == BinaryOp::Rem)
      checkDivision(lhs, rhs, ty, span);
  }
  return binary(RvalueKind::Binary, op, lhs, rhs, ty);
}

/// The distance, as an unsigned number, must be less than the width.
void Builder::checkShift(const Operand &distance, Span span) {
  const Ty ty = distance.kind == Operand::Kind::Constant ? out_.constants[distance.constant].ty : typeOf(distance.place);
  const IntKind kind = types_.data(ty).int_kind;
  Operand checked = twice(distance);
  Ty checked_type = ty;
  if (isSigned(kind)) {
    checked_type = types_.integer(static_cast<IntKind>(static_cast<std::uint8_t>(kind) + static_cast<std::uint8_t>(IntKind::U8)));
    Rvalue unsigned_distance;
    unsigned_distance.kind = RvalueKind::Cast;
    unsigned_distance.cast = mir::CastKind::Numeric;
    unsigned_distance.operands = keep<Operand>(checked);
    unsigned_distance.ty = checked_type;
    checked = moveOf(temporaryFor(unsigned_distance, span));
  }
  const Operand width = integer(checked_type, 64, span);
  assertThat(moveOf(temporaryFor(binary(RvalueKind::Binary, BinaryOp::Lt, checked, width, types_.boolean), span)), span);
}

void Builder::checkDivision(const Operand &lhs, const Operand &rhs, Ty ty, Span span) {
  const auto equals = [&](const Operand &value, std::uint64_t bits) {
    return moveOf(temporaryFor(binary(RvalueKind::Binary, BinaryOp::Eq, twice(value), integer(ty, bits, span), types_.boolean), span));
  };
  assertThat(equals(rhs, 0), span);
  if (!isSigned(types_.data(ty).int_kind))
    return;
  // The smallest number divided by -1 overflows.
  const Operand minus_one = equals(rhs, UINT64_MAX);
  const Operand smallest = equals(lhs, std::uint64_t{1} << 63U);
  assertThat(moveOf(temporaryFor(binary(RvalueKind::Binary, BinaryOp::BitAnd, minus_one, smallest, types_.boolean), span)), span);
}

Rvalue Builder::buildUnary(const typed::Expr &at, ScopeIndex scope) {
  const Operand operand = asOperand(at.a, scope, NeedsTemporary::No);
  const TyData &data = types_.data(at.ty);
  if (at.unary == ast::UnaryOp::Neg && data.kind == TyKind::Int && isSigned(data.int_kind)) {
    const Rvalue overflows = binary(RvalueKind::Binary, BinaryOp::Eq, twice(operand), integer(at.ty, std::uint64_t{1} << 63U, at.span), types_.boolean);
    assertThat(moveOf(temporaryFor(overflows, at.span)), at.span);
  }
  Rvalue value;
  value.kind = RvalueKind::Unary;
  value.unary = at.unary;
  value.operands = keep<Operand>(operand);
  value.ty = at.ty;
  return value;
}

Rvalue Builder::buildCast(const typed::Expr &at, ScopeIndex scope) {
  Rvalue value;
  value.kind = RvalueKind::Cast;
  value.ty = at.ty;
  const typed::Expr &from = expr(at.a);
  if (types_.is(from.ty, TyKind::Adt) && types_.is(at.ty, TyKind::Int)) {
    // An enum as an integer: what is cast is its discriminant.
    Rvalue discriminant;
    discriminant.kind = RvalueKind::Discriminant;
    discriminant.place = place(asTemp(at.a, scope, false));
    discriminant.ty = types_.integer(IntKind::Isize);
    value.cast = mir::CastKind::Numeric;
    value.operands = keep<Operand>(moveOf(temporaryFor(discriminant, at.span)));
    return value;
  }
  const auto isNumber = [&](Ty ty) {
    const TyKind kind = types_.kind(ty);
    return kind == TyKind::Int || kind == TyKind::Float || kind == TyKind::Char || kind == TyKind::Bool;
  };
  value.cast = isNumber(at.ty) && isNumber(from.ty) ? mir::CastKind::Numeric : mir::CastKind::Other;
  value.operands = keep<Operand>(asOperand(at.a, scope, NeedsTemporary::No));
  return value;
}

// ----------------------------------------------------------------------------------------------------------------- aggregates

Rvalue Builder::buildList(const typed::Expr &at, mir::AggregateKind kind, ScopeIndex scope) {
  llvm::SmallVector<Operand, 8> operands;
  for (const ExprId element : at.list)
    operands.push_back(asOperand(element, scope, NeedsTemporary::Maybe));
  Rvalue value;
  value.kind = RvalueKind::Aggregate;
  value.aggregate = kind;
  value.operands = keep<Operand>(operands);
  value.ty = at.ty;
  return value;
}

/// Rule: in `[e; 0]` the value is evaluated and dropped (a constant is not even evaluated). Reference "Array expressions".
Rvalue Builder::buildRepeat(const typed::Expr &at, ScopeIndex scope) {
  const ConstData &length = types_.data(types_.data(at.ty).length);
  const bool is_empty = length.kind == ConstKind::Value && length.value == 0;
  Rvalue value;
  value.ty = at.ty;
  if (!is_empty) {
    value.kind = RvalueKind::Repeat;
    value.operands = keep<Operand>(asOperand(at.a, scope, NeedsTemporary::No));
    return value;
  }
  value.kind = RvalueKind::Aggregate;
  value.aggregate = mir::AggregateKind::Array;
  if (isConstantKind(source(at.a)))
    return value;
  const Operand unused = asOperand(at.a, scope, NeedsTemporary::No);
  if (unused.kind == Operand::Kind::Move && needsDrop(typeOf(unused.place), at.span)) {
    const Block next = cfg_.start();
    mir::Terminator &terminator = terminate(TerminatorKind::Drop, at.span);
    terminator.place = unused.place;
    terminator.exit = mir::ExitKind::Scope;
    terminator.scope = scopeId(topScope());
    terminator.targets.push_back(next);
    unwindFrom(at_);
    at_ = next;
  }
  markMoved(unused);
  return value;
}

} // namespace lien::lower
