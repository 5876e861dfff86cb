// Expressions written straight into a destination: calls, constructors, borrows, loops, and everything that has control flow.
#include "checker/lower/builder.hpp"

namespace lien::lower {

void Builder::into(Place destination, ExprId id) {
  if (tooDeep(expr(id).span))
    return;
  const bool scoped = enterExpr(id);
  intoInner(destination, id);
  if (scoped)
    popScope();
}

void Builder::intoInner(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  switch (at.kind) {
  case ExprKind::Local:
  case ExprKind::Static:
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Deref:
  case ExprKind::Ascribe: {
    const Place source = placeInner(id, true, nullptr);
    assign(destination, use(consume(source, at.span), at.ty), at.span);
    return;
  }
  case ExprKind::Literal:
  case ExprKind::Constant:
  case ExprKind::FnItem:
  case ExprKind::Unary:
  case ExprKind::Binary:
  case ExprKind::Tuple:
  case ExprKind::Array:
  case ExprKind::Repeat: {
    const Rvalue value = rvalueInner(id, topScope());
    assign(destination, value, at.span);
    return;
  }
  case ExprKind::Cast:
    castInto(destination, id);
    return;
  case ExprKind::Coerce:
    if (at.coercion == typed::CoercionKind::NeverToAny)
      neverInto(at);
    else
      assign(destination, rvalueInner(id, topScope()), at.span);
    return;
  case ExprKind::Call:
    if (isConstructorCall(at))
      constructInto(destination, at);
    else
      callInto(destination, id);
    return;
  case ExprKind::Adt:
    adtInto(destination, at);
    return;
  case ExprKind::Borrow:
    borrowInto(destination, at);
    return;
  case ExprKind::Logical:
    logicalInto(destination, id);
    return;
  case ExprKind::If:
    ifInto(destination, id);
    return;
  case ExprKind::Match:
    matchInto(destination, id);
    return;
  case ExprKind::Loop:
    loopInto(destination, id);
    return;
  case ExprKind::Block:
    blockExprInto(destination, id);
    return;
  case ExprKind::Assign:
  case ExprKind::AssignOp:
    statementInner(id, no_scope);
    assignUnit(destination, at.span);
    return;
  case ExprKind::Break:
  case ExprKind::Continue:
  case ExprKind::Return:
    statementInner(id, no_scope);
    return;
  case ExprKind::PlaceMention:
    statement(StatementKind::PlaceMention, asPlace(at.a, false), at.span);
    if (isUnit(typeOf(destination)))
      assignUnit(destination, at.span);
    return;
  case ExprKind::Let:
  case ExprKind::Closure:
    invariantBroken("an expression that cannot stand here");
  }
}

// ---------------------------------------------------------------------------------------------------------------------- calls

bool Builder::isConstructorCall(const typed::Expr &call) const {
  const typed::Expr &callee = expr(call.a);
  if (callee.kind != ExprKind::FnItem)
    return false;
  const DefKind kind = program_.def(callee.def).kind;
  return kind == DefKind::Variant || kind == DefKind::Struct;
}

/// Rule: the callee, then the arguments, left to right, each into a temporary of its own. If the call panics they are dropped by the caller; when it
/// returns, the callee had them. A call that can never return has no edge to what follows.
void Builder::callInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  // Temporaries of the arguments die in the macro; the result is the user's.
  const bool is_statement = at.desugar == typed::Desugar::MacroStatement;
  if (is_statement)
    pushScope(scopeSpan(at, at.span), true);
  const ScopeIndex scope = topScope();
  const Operand callee = asOperand(at.a, scope, NeedsTemporary::Maybe);
  llvm::SmallVector<Operand, 4> arguments;
  llvm::SmallVector<Span, 4> spans;
  for (const ExprId argument : at.list) {
    arguments.push_back(asOperand(argument, scope, NeedsTemporary::Maybe));
    spans.push_back(expr(argument).span);
  }
  callWith(destination, callee, arguments, spans, at);
  if (is_statement)
    popScope();
}

void Builder::callWith(Place destination, const Operand &callee, llvm::ArrayRef<Operand> arguments, llvm::ArrayRef<Span> spans, const typed::Expr &at) {
  const Block success = cfg_.start();
  markMoved(callee);
  markMoved(arguments);
  const bool diverges = isUninhabited(at.ty, at.span);
  mir::Terminator &terminator = terminate(TerminatorKind::Call, at.span);
  terminator.operand = callee;
  terminator.arguments = keep<Operand>(arguments);
  terminator.argument_spans = keep<Span>(spans);
  terminator.place = destination;
  terminator.overloaded = at.overloaded;
  terminator.desugar = at.desugar;
  terminator.fn_span = at.fn_span;
  if (!diverges)
    terminator.targets.push_back(success);
  unwindFrom(at_);
  at_ = success;
}

// --------------------------------------------------------------------------------------------------------------- constructors

/// The value of a field; its temporary is marked, as what it is used for is worth telling.
Operand Builder::fieldOperand(ExprId id, ScopeIndex scope) {
  const Operand operand = asOperand(id, scope, NeedsTemporary::Maybe);
  if (operand.kind == Operand::Kind::Constant)
    return operand;
  if (const mir::PlaceData &data = out_.places[operand.place]; !data.base.isValid() && out_.locals[data.local].kind == mir::LocalKind::Temporary)
    out_.locals[data.local].is_field = true;
  return operand;
}

void Builder::constructInto(Place destination, const typed::Expr &at) {
  const typed::Expr &callee = expr(at.a);
  const Def &def = program_.def(callee.def);
  const bool is_variant = def.kind == DefKind::Variant;
  const ScopeIndex scope = topScope();
  llvm::SmallVector<Operand, 4> operands;
  for (const ExprId argument : at.list)
    operands.push_back(fieldOperand(argument, scope));
  mir::Statement statement;
  statement.kind = StatementKind::Assign;
  statement.span = at.span;
  statement.place = destination;
  statement.user_type = callee.user_type;
  Rvalue &value = statement.rvalue;
  value.kind = RvalueKind::Aggregate;
  value.aggregate = mir::AggregateKind::Adt;
  value.operands = keep<Operand>(operands);
  value.ty = at.ty;
  value.def = is_variant ? def.parent : callee.def;
  value.variant = is_variant ? def.index : 0;
  cfg_.push(at_, statement);
}

/// Rule: the fields are evaluated in the order written, then the base of `..base` as a place; what is not written is copied or moved out of it, field by
/// field. Reference "Struct expressions".
void Builder::adtInto(Place destination, const typed::Expr &at) {
  const ScopeIndex scope = topScope();
  const DefId def = types_.data(at.ty).def;
  const std::size_t count = program_.adt(def).variants[at.index].fields.size();
  llvm::SmallVector<std::optional<Operand>, 8> by_field(count);
  for (const typed::FieldValue &field : at.fields)
    by_field[field.field] = fieldOperand(field.value, scope);
  if (at.a.isValid()) {
    const Place base = asPlace(at.a, true);
    for (std::uint32_t index = 0; index < count; ++index)
      if (!by_field[index])
        by_field[index] = consume(field(base, index, facts_.fieldType(at.ty, at.index, index)), expr(at.a).span);
  }
  llvm::SmallVector<Operand, 8> operands;
  for (const std::optional<Operand> &operand : by_field) {
    require(operand.has_value(), "a field has no value");
    operands.push_back(*operand);
  }
  mir::Statement statement;
  statement.kind = StatementKind::Assign;
  statement.span = at.span;
  statement.place = destination;
  statement.user_type = at.user_type;
  statement.rvalue.kind = RvalueKind::Aggregate;
  statement.rvalue.aggregate = mir::AggregateKind::Adt;
  statement.rvalue.operands = keep<Operand>(operands);
  statement.rvalue.ty = at.ty;
  statement.rvalue.def = def;
  statement.rvalue.variant = at.index;
  cfg_.push(at_, statement);
}

bool Builder::namesLifetimes(const typed::Expr &cast) const {
  return cast.user_type.isValid() &&
         types_.has(typed_.user_types[cast.user_type].ty, TypeFlags::HasRegions | TypeFlags::HasProjection | TypeFlags::HasInferType);
}

/// A cast that only states a type is its operand; a type in which lifetimes may be written is said of the value.
void Builder::castInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  if (namesLifetimes(at))
    assign(destination, use(consume(castPlace(id), at.span), at.ty), at.span);
  else
    castValueInto(destination, id);
}

void Builder::castValueInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  if (expr(at.a).ty == at.ty)
    into(destination, at.a);
  else
    assign(destination, rvalueInner(id, topScope()), at.span);
}

/// The temporary of which the written type is said.
Place Builder::castPlace(ExprId id) {
  const typed::Expr &at = expr(id);
  const Local value = newTemporary(at.ty, at.span);
  statement(StatementKind::StorageLive, place(value), at.span);
  scheduleStorage(temporaryLifetime(id), value);
  castValueInto(place(value), id);
  scheduleValue(temporaryLifetime(id), value, at.span);
  ascribe(place(value), at.user_type, typed_.user_types[at.user_type].span);
  return place(value);
}

mir::BorrowKind Builder::borrowKindOf(const typed::Expr &at) const {
  if (at.mutability == Mutability::Not)
    return mir::BorrowKind::Shared;
  return at.two_phase ? mir::BorrowKind::TwoPhaseMut : mir::BorrowKind::Mut;
}

void Builder::borrowInto(Place destination, const typed::Expr &at) {
  const mir::BorrowKind kind = borrowKindOf(at);
  Rvalue value = refTo(asPlace(at.a, kind != mir::BorrowKind::Shared), kind, at.ty);
  value.implicit = at.borrow != typed::BorrowKind::Written;
  assign(destination, value, at.span);
}

// ---------------------------------------------------------------------------------------------------------- loops, divergence

/// The loop's head may unwind as far as the borrow check is concerned, so that a body that cannot leave is not taken for the end of the world.
void Builder::loopInto(Place destination, ExprId id) {
  const typed::Expr &at = expr(id);
  const Span body_span = typed_.blocks[at.block].span;
  if (!unit_temporary_.isValid())
    unit_temporary_ = newTemporary(types_.unit, at.span);
  const Block head = cfg_.start();
  jumpTo(head, at.span);
  at_ = head;
  pushBreakable(id, destination, true);
  const Block body = cfg_.start();
  terminate(TerminatorKind::FalseUnwind, at.span).targets.push_back(body);
  unwindFrom(head);
  at_ = body;
  pushScope(body_span, true);
  blockInto(place(unit_temporary_), at.block);
  popScope();
  jumpTo(head, at.span);
  popBreakable(false, head, mir::ExitKind::Break, at.span);
}

/// A value of type `!` where another type is wanted: it is evaluated, and what follows cannot be reached.
void Builder::neverInto(const typed::Expr &at) {
  asTemp(at.a, topScope(), true);
  if (expr(at.a).kind == ExprKind::Call)
    return; // a call that never returns ends in an unreachable block already
  terminate(TerminatorKind::Unreachable, at.span);
  at_ = cfg_.start();
}

} // namespace lien::lower
