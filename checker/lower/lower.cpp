#include "checker/lower/builder.hpp"

namespace lien {

std::unique_ptr<mir::Body> lowerToMir(Program &program, const typed::TypedBody &body, DiagnosticSink &sink) {
  // A pattern that could not be understood was reported where it stands, or where the file could not be read; its variables were never declared.
  if (llvm::any_of(body.pats, [](const typed::Pat &pat) { return pat.kind == typed::PatKind::Error; }))
    return nullptr;
  auto out = std::make_unique<mir::Body>();
  lower::Builder builder(program, body, *out, sink);
  return builder.run() ? std::move(out) : nullptr;
}

} // namespace lien

namespace lien::lower {

Builder::Builder(Program &program, const typed::TypedBody &body, mir::Body &out, DiagnosticSink &sink)
    : program_(program), types_(program.types()), typed_(body), out_(out), sink_(sink), env_(paramEnvOf(program, body.owner)), facts_(program, env_),
      module_(program.def(body.owner).module), expr_flags_(body.exprs.size(), 0), variables_of_(body.locals.size()) {
  out_.owner = body.owner;
  out_.base = body.base;
  out_.span = body.span;
  out_.typed = &body;
  const DefKind kind = program.def(body.owner).kind;
  is_const_ = !isFunction(kind);
}

bool Builder::run() {
  mir::LocalDecl decl;
  decl.kind = mir::LocalKind::Return;
  decl.ty = typed_.return_type;
  decl.is_mut = true;
  decl.span = typed_.span;
  newLocal(decl);
  cfg_.reserve(typed_.exprs.size());
  at_ = cfg_.start();
  lowerBody();
  if (declined_)
    return false;

  terminate(TerminatorKind::Return, typed_.span.lastByte());
  const llvm::ArrayRef<Block> cleanup = unwind_.build(cfg_, DropTree::Flavour::Unwind, mir::ExitKind::None, Block(), local_places_);
  if (cleanup[DropTree::root].isValid())
    cfg_.terminate(cleanup[DropTree::root], TerminatorKind::Resume, typed_.span);
  cfg_.finish(out_);
  return true;
}

/// Rule: parameters live in a scope around the body's, in the order in which they are declared, each before the bindings of its own pattern; so they die
/// after all locals, last first. A constant has no such scope; its extended temporaries live for ever, the others die with its value. Reference, "Destructors",
/// "Scopes of function parameters".
void Builder::lowerBody() {
  const Span value_span = writtenSpan(typed_.value);
  const Place result = place(Local(std::size_t{mir::return_local}));
  if (is_const_) {
    pushScope(value_span, true);
    markTerminating(typed_.value);
    extendTemporaries(typed_.value, PatId(), no_scope);
    into(result, typed_.value);
    popScope();
    return;
  }
  pushScope(value_span, true);
  pushBreakable(ExprId(), result, false);
  pushScope(value_span, true);
  variables_ = topScope();
  lowerParams();
  markTerminating(typed_.value);
  into(result, typed_.value);
  popScope();
  popBreakable(true, Block(), mir::ExitKind::Return, typed_.span.lastByte());
  popScope();
}

void Builder::lowerParams() {
  for (const typed::Param &param : typed_.params) {
    mir::LocalDecl decl;
    decl.kind = mir::LocalKind::Param;
    decl.ty = param.ty;
    decl.span = pat(param.pat).span;
    decl.user_type = param.user_type;
    newLocal(decl);
  }
  out_.param_count = static_cast<std::uint32_t>(typed_.params.size());
  for (std::uint32_t index = 0; index < typed_.params.size(); ++index) {
    const typed::Param &param = typed_.params[index];
    const Local local(std::size_t{index} + 1);
    scheduleValue(topScope(), local, param.span);
    const typed::Pat &pattern = pat(param.pat);
    if (pattern.kind == PatKind::Binding && pattern.mode == typed::BindingMode::Move && !pattern.sub.isValid()) {
      const typed::Local &variable = typed_.locals[pattern.local];
      out_.locals[local].name = variable.name;
      out_.locals[local].is_mut = variable.is_mut;
      out_.locals[local].source = pattern.local;
      variables_of_[pattern.local.index()].local = local;
      variables_of_[pattern.local.index()].scope = topScope();
      continue;
    }
    declareBindings(param.pat, false, typed::UserTypeId());
    placeIntoPattern(param.pat, place(local), typed::UserTypeId());
  }
}

bool Builder::tooDeep(Span span) {
  if (!StackGuard::exhausted())
    return false;
  if (!declined_)
    sink_.declineLimit(span.absoluteFrom(typed_.base), "nesting too deep");
  declined_ = true;
  return true;
}

void Builder::declineUnknown(Ty ty, Span span) {
  if (!declined_)
    sink_.declineLibrary(span.absoluteFrom(typed_.base), "`" + program_.print(ty) + "`");
  declined_ = true;
}

// ------------------------------------------------------------------------------------------------------------- facts of types

Builder::Facts Builder::factsOf(Ty ty, Span span) {
  switch (types_.kind(ty)) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Never:
  case TyKind::FnDef:
  case TyKind::FnPtr:
    return {true, false};
  case TyKind::Ref:
    return {types_.data(ty).mutability == Mutability::Not, false};
  case TyKind::Str:
    return {false, false};
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
  case TyKind::Adt:
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
    break;
  }
  if (isUnit(ty))
    return {true, false};
  const auto [entry, fresh] = fact_cache_.try_emplace(ty.id());
  if (!fresh)
    return entry->second;
  const Answer copy = facts_.isCopy(ty);
  const Answer drop = copy == Answer::Yes ? Answer::No : facts_.needsDrop(ty);
  for (const Answer answer : {copy, drop})
    if (answer != Answer::Yes && answer != Answer::No)
      declineUnknown(ty, span);
  // The queries may have grown the cache's table, so the entry is looked up again.
  return fact_cache_[ty.id()] = {copy == Answer::Yes, drop == Answer::Yes};
}

bool Builder::isUninhabited(Ty ty, Span span) {
  const TyKind kind = types_.kind(ty);
  if (kind == TyKind::Never)
    return true;
  if ((kind != TyKind::Adt && kind != TyKind::Tuple && kind != TyKind::Array) || isUnit(ty))
    return false;
  if (const auto known = uninhabited_cache_.find(ty.id()); known != uninhabited_cache_.end())
    return known->second;
  const Answer answer = facts_.isUninhabited(ty, module_);
  if (answer != Answer::Yes && answer != Answer::No)
    declineUnknown(ty, span);
  return uninhabited_cache_[ty.id()] = answer == Answer::Yes;
}

// ------------------------------------------------------------------------------------------------------------ locals, places

Local Builder::newLocal(const mir::LocalDecl &decl) {
  const Local local = out_.locals.push(decl);
  local_places_.push_back(out_.places.local(local, decl.ty));
  return local;
}

Local Builder::newTemporary(Ty ty, Span span) {
  mir::LocalDecl decl;
  decl.kind = mir::LocalKind::Temporary;
  decl.ty = ty;
  decl.span = span;
  decl.is_mut = true;
  return newLocal(decl);
}

Place Builder::field(Place base, std::uint32_t index, Ty ty) {
  mir::Projection step;
  step.kind = mir::ProjectionKind::Field;
  step.a = index;
  return out_.places.project(base, step, ty);
}

Place Builder::downcast(Place base, std::uint32_t variant) {
  mir::Projection step;
  step.kind = mir::ProjectionKind::Downcast;
  step.a = variant;
  return out_.places.project(base, step, typeOf(base));
}

Place Builder::deref(Place base, Ty ty) {
  mir::Projection step;
  step.kind = mir::ProjectionKind::Deref;
  return out_.places.project(base, step, ty);
}

// ---------------------------------------------------------------------------------------------------------------- statements

void Builder::assign(Place place, const Rvalue &value, Span span) {
  mir::Statement statement;
  statement.kind = StatementKind::Assign;
  statement.span = span;
  statement.place = place;
  statement.rvalue = value;
  cfg_.push(at_, statement);
}

void Builder::assignUnit(Place place, Span span) {
  mir::Constant unit;
  unit.kind = mir::Constant::Kind::Unit;
  unit.ty = types_.unit;
  unit.span = span;
  assign(place, use(constant(unit), types_.unit), span);
}

void Builder::assignBool(Place place, bool value, Span span) { assign(place, use(integer(types_.boolean, value ? 1 : 0, span), types_.boolean), span); }

void Builder::statement(StatementKind kind, Place place, Span span) {
  mir::Statement statement;
  statement.kind = kind;
  statement.span = span;
  statement.place = place;
  cfg_.push(at_, statement);
}

void Builder::fakeRead(mir::FakeReadCause cause, Place place, Span span) {
  mir::Statement statement;
  statement.kind = StatementKind::FakeRead;
  statement.cause = cause;
  statement.span = span;
  statement.place = place;
  cfg_.push(at_, statement);
}

void Builder::ascribe(Place place, typed::UserTypeId type, Span span, bool may_widen) {
  mir::Statement statement;
  statement.kind = StatementKind::AscribeUserType;
  statement.span = span;
  statement.place = place;
  statement.user_type = type;
  statement.may_widen = may_widen;
  cfg_.push(at_, statement);
}

std::pair<Block, Block> Builder::branchOn(const Operand &condition, Span span) {
  const Block holds = cfg_.start();
  const Block fails = cfg_.start();
  mir::Terminator &terminator = terminate(TerminatorKind::SwitchInt, span);
  terminator.operand = condition;
  typed::ConstantValue zero;
  zero.kind = typed::ConstantValue::Kind::Bool;
  terminator.values = keep<typed::ConstantValue>(zero);
  terminator.targets = {fails, holds};
  return {holds, fails};
}

Operand Builder::constant(const mir::Constant &constant) {
  out_.constants.push_back(constant);
  return {Operand::Kind::Constant, Place(), static_cast<std::uint32_t>(out_.constants.size() - 1)};
}

Operand Builder::integer(Ty ty, std::uint64_t value, Span span) {
  typed::ConstantValue literal;
  literal.kind = ty == types_.boolean ? typed::ConstantValue::Kind::Bool : typed::ConstantValue::Kind::Int;
  literal.lo = value;
  mir::Constant constant;
  constant.ty = ty;
  constant.value = new (out_.arena.Allocate<typed::ConstantValue>()) typed::ConstantValue(literal);
  constant.span = span;
  return this->constant(constant);
}

Operand Builder::consume(Place place, Span span) { return isCopy(typeOf(place), span) ? copyOf(place) : moveOf(place); }

Rvalue Builder::use(const Operand &operand, Ty ty) {
  Rvalue value;
  value.kind = RvalueKind::Use;
  value.operands = keep<Operand>(operand);
  value.ty = ty;
  return value;
}

Rvalue Builder::refTo(Place place, mir::BorrowKind kind, Ty ty) {
  Rvalue value;
  value.kind = RvalueKind::Ref;
  value.borrow = kind;
  value.place = place;
  value.ty = ty;
  return value;
}

Rvalue Builder::binary(RvalueKind kind, ast::BinaryOp op, const Operand &a, const Operand &b, Ty ty) {
  Rvalue value;
  value.kind = kind;
  value.binary = op;
  value.operands = keep<Operand>({a, b});
  value.ty = ty;
  return value;
}

} // namespace lien::lower
