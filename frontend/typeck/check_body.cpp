// The course of inferring one body: signature, parameters, value, fallback, what was put off, writeback.
#include "frontend/typeck/check_body.hpp"

#include "frontend/typeck/checker.hpp"

namespace lien {

namespace typeck {

BodyChecker::BodyChecker(Program &program, DefId owner)
    : program_(program), resolver_(program.resolver()), types_(program.types()), owner_(owner), infer_(program, paramEnvOf(program, owner)),
      scopes_(program.resolver(), owner), lowering_(typeLowering()), body_(std::make_unique<TypedBody>()) {
  const Def &def = program.def(owner);
  body_->owner = owner;
  body_->base = def.span.lo();
  body_->exprs.reserve(def.span.length() / 12); // the usual density of a source
  body_->span = rel(def.span);
}

CheckedBody BodyChecker::run() {
  if (program_.signatureIsDeclined(owner_))
    return {}; // the item's decline speaks for the body too
  switch (program_.def(owner_).kind) {
  case DefKind::Fn:
  case DefKind::AssocFn:
    checkFunction();
    break;
  case DefKind::Const:
  case DefKind::AssocConst:
  case DefKind::Static:
  case DefKind::AnonConst:
    checkConstant();
    break;
  default:
    invariantBroken("inference of a definition without a body");
  }
  finishInference();
  CheckedBody result;
  if (broken_) {
    types_.resetOverlay();
    return result;
  }
  if (expansion_sink_.hasErrors()) {
    DiagnosticSink declines;
    for (const Diagnostic &finding : sink_.all())
      if (isDecline(finding.kind))
        declines.report(finding);
    sink_ = std::move(declines);
    sink_.absorb(std::move(expansion_sink_));
  }
  if (!sink_.hasErrors())
    sink_.absorb(std::move(late_sink_));
  const bool clean = sink_.isClean();
  result.findings = std::move(sink_);
  if (clean && !holds_mistakes_) {
    result.body = std::move(body_);
    result.beside = std::move(beside_sink_);
  }
  types_.resetOverlay();
  return result;
}

void BodyChecker::checkFunction() {
  const Def &def = program_.def(owner_);
  const auto &fn = *def.as<ast::FnItem>();
  const_context_ = fn.is_const;
  in_function_ = true;
  body_->signature = program_.signatureInBody(owner_);
  const FnSig &sig = body_->signature;
  return_type_ = signatureType(sig.output, fn.output != nullptr ? fn.output->span : fn.name.span);
  requireSized(return_type_, fn.output != nullptr ? fn.output->span : fn.name.span, ObligationCause::SizedReturn);

  PatBindings bindings;
  std::size_t index = 0;
  if (fn.self_param.present && index < sig.inputs.size())
    addSelfParam(fn.self_param, sig.inputs[index++], bindings);
  for (const ast::Param &param : fn.params) {
    Ty written = index < sig.inputs.size() ? sig.inputs[index] : types_.error;
    ++index;
    typed::Param made;
    made.ty = signatureType(written, param.span);
    made.span = rel(param.span);
    if (param.type != nullptr)
      made.ty_span = rel(param.type->span);
    made.user_type = makeUserType(written, param.type != nullptr ? param.type->span : param.span);
    PatContext context;
    context.source = typed::Local::Source::Param;
    context.irrefutable = true;
    if (param.type != nullptr) {
      context.origin = param.type->span;
      context.origin_is_type = true;
    }
    context.param = param.pat;
    made.pat = checkPatTop(param.pat, made.ty, context, bindings);
    requireSized(infer_.shallow(made.ty), param.type != nullptr ? param.type->span : param.span, ObligationCause::SizedArgument);
    body_->params.push_back(made);
  }
  bindAll(bindings);
  if (fn.body == nullptr)
    return;
  body_block_ = fn.body;
  body_->return_type = return_type_;
  ExprId value = checkExpr(fn.body, Expectation::hasType(return_type_));
  body_->value = coerceReturned(value);
}

// A type with a mistake anywhere in it (a lifetime that was not found) silences what would follow from it.
Ty BodyChecker::signatureType(Ty written, Span span) {
  const bool wrong_lifetime = types_.has(written, TypeFlags::HasRegions) && program_.signatureHasErrors(owner_);
  return wrong_lifetime || types_.has(written, TypeFlags::HasError) ? types_.error : normalize(erased(written), span);
}

void BodyChecker::addSelfParam(const ast::SelfParam &self, Ty written, PatBindings &bindings) {
  typed::Param made;
  made.ty = normalize(erased(written), self.span);
  made.span = rel(self.span);
  made.ty_span = rel(self.type != nullptr ? self.type->span : self.span);
  made.user_type = makeUserType(written, self.span);
  LocalId local = makeLocalDecl(symbolOf(sym::kw_self), self.name.span, made.ty, typed::Local::Source::Param);
  body_->locals[local].is_self = true;
  body_->locals[local].is_mut = !self.is_ref && self.mutability == Mutability::Mut;
  made.pat = makeBindingPat(local, BindingMode::Move, made.ty, self.span);
  bindings.product.push_back(static_cast<std::uint32_t>(bindings.all.size()));
  bindings.all.push_back({symbolOf(sym::kw_self), local, self.name.span, false, false, body_->locals[local].is_mut});
  requireSized(infer_.shallow(made.ty), self.span, ObligationCause::SizedArgument);
  body_->params.push_back(made);
}

void BodyChecker::checkConstant() {
  const Def &def = program_.def(owner_);
  const_context_ = true;
  const ast::Expr *value = nullptr;
  switch (def.kind) {
  case DefKind::Const:
  case DefKind::AssocConst:
    value = def.as<ast::ConstItem>()->value;
    break;
  case DefKind::Static:
    value = def.as<ast::StaticItem>()->value;
    break;
  default: // AnonConst
    value = def.expr;
    break;
  }
  Ty written = def.kind == DefKind::AnonConst ? anonConstType() : program_.typeOf(owner_);
  return_type_ = normalize(erased(written), def.span);
  body_->return_type = return_type_;
  if (value == nullptr)
    return;
  body_->value = checkCoercible(value, return_type_);
  if (def.kind != DefKind::AnonConst)
    settleReturned(body_->value);
}

/// Array lengths are usize; discriminants have the type of the enum's representation, isize where none is written.
Ty BodyChecker::anonConstType() {
  const Def &parent = program_.def(program_.def(owner_).parent);
  const bool discriminant = parent.kind == DefKind::Variant || parent.kind == DefKind::Enum;
  return types_.integer(discriminant ? IntKind::Isize : IntKind::Usize);
}

void BodyChecker::finishInference() {
  select();
  while (infer_.applyFallback())
    select();
  checkDeferredCasts();
  select();
  checkDeferredRepeats();
  infer_.selectAll();
  reportFailures();
  settleDeferredOperators();
  writeback();
}

} // namespace typeck

CheckedBody checkBody(Program &program, DefId owner) { return typeck::BodyChecker(program, owner).run(); }

} // namespace lien
