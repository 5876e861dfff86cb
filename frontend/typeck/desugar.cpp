// `for` and `?` as the matches and calls they stand for. Reference, "Iterator loops", "The question mark operator"; RFC 3058.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

/// A call of a trait's function found by its lang item, with Self given; its arguments are coerced to the signature.
ExprId BodyChecker::callLang(LangItem trait, LangItem function, Ty self, llvm::ArrayRef<GenericArg> more, llvm::ArrayRef<ExprId> args, Span span,
                             Desugar desugar, ObligationCause cause, Span obligation_span) {
  DefId trait_def = program_.lang(trait);
  DefId method = program_.lang(function);
  llvm::SmallVector<GenericArg, 2> list{GenericArg(self)};
  list.append(more.begin(), more.end());
  Args trait_args = types_.args(list);
  Obligation obligation;
  obligation.predicate.kind = Predicate::Kind::Trait;
  obligation.predicate.trait = {trait_def, trait_args};
  obligation.span = obligation_span;
  obligation.cause = cause;
  infer_.require(obligation);
  FnSig sig = instantiate(program_.fn(method).sig, trait_args, span);
  llvm::SmallVector<ExprId, 2> values;
  // An argument whose type is a type parameter is taken as it is: a `&mut` is moved, not reborrowed.
  const auto isParameter = [&](Ty input) { return llvm::any_of(list, [&](GenericArg arg) { return arg.isType() && arg.type() == input; }); };
  for (std::size_t i = 0; i < args.size(); ++i)
    values.push_back(i < sig.inputs.size() && !isParameter(sig.inputs[i]) ? coerceOrReport(args[i], sig.inputs[i]) : args[i]);
  ExprId call = makeCall(makeFnItem(method, trait_args, span), values, sig.output, span, desugar);
  node(call).overloaded = true;
  return call;
}

PatId BodyChecker::makeVariantPat(LangItem variant_item, Ty ty, llvm::ArrayRef<typed::FieldPattern> fields, Span span) {
  PatId pat = makePat(typed::PatKind::Variant, ty, span);
  body_->pats[pat].variant = program_.def(program_.lang(variant_item)).index;
  body_->pats[pat].fields = body_->keep(fields);
  return pat;
}

// match IntoIterator::into_iter(e) { mut iter => loop { match Iterator::next(&mut iter) { None => break, Some(p) => body } } }
ExprId BodyChecker::checkFor(const ast::ForExpr &loop) {
  if (lacksLang(LangItem::IntoIteratorTrait, loop.span) || lacksLang(LangItem::IteratorNext, loop.span) || lacksLang(LangItem::OptionSome, loop.span) ||
      lacksLang(LangItem::IntoIterMethod, loop.span) || lacksLang(LangItem::IteratorTrait, loop.span))
    return declineFeature(loop.span, "`for` loop");
  const Span head = loop.iterable->span;
  ExprId iterable = checkExpr(loop.iterable);
  Ty iterable_type = known(typeOf(iterable), head);
  const bool silent = isSilent(iterable_type);
  ExprId into = silent ? makeError(head)
                       : callLang(LangItem::IntoIteratorTrait, LangItem::IntoIterMethod, iterable_type, {}, {iterable}, head, Desugar::ForInto,
                                  ObligationCause::ForLoop, head);
  Ty iterator = silent ? iterable_type : resolved(typeOf(into));
  LocalId iter = makeLocalDecl({}, head, iterator, typed::Local::Source::Desugar);
  body_->locals[iter].is_mut = true;
  PatId iter_pat = makeBindingPat(iter, BindingMode::Move, iterator, head);

  ExprId loop_expr = make(ExprKind::Loop, types_.unit, loop.span);
  node(loop_expr).desugar = Desugar::ForLoop;
  Ty item;
  ExprId next;
  if (isSilent(iterator)) {
    item = iterator;
    next = makeError(head);
  } else {
    ExprId borrow = makeBorrow(makeLocal(iter, head), Mutability::Mut, BorrowKind::Written, head);
    next = callLang(LangItem::IteratorTrait, LangItem::IteratorNext, iterator, {}, {borrow}, head, Desugar::ForNext, ObligationCause::Misc, head);
    Ty option = resolved(typeOf(next));
    item = is(option, TyKind::Adt) && !data(option).args.empty() ? data(option).args[0].type() : newVar(head);
  }
  PatContext context;
  context.source = typed::Local::Source::ForLoop;
  context.irrefutable = true;
  context.origin = head;
  context.scrutinee_type = iterable_type;
  PatBindings bindings;
  PatId element = checkPatTop(loop.pat, item, context, bindings);

  breakables_.push_back({Breakable::Kind::For, loop.label.name, loop_expr, nullptr});
  breakables_.back().span = Span(loop.span.lo(), head.hi());
  const std::size_t mark = scopes_.enter();
  bindAll(bindings);
  ExprId body = make(ExprKind::Block, types_.unit, loop.body->span);
  BlockResult result = checkBlockParts(*loop.body, Expectation::hasType(types_.unit), {});
  node(body).block = result.block;
  node(body).ty = result.ty;
  scopes_.leave(mark);
  breakables_.pop_back();

  Ty option = typeOf(next);
  typed::FieldPattern payload{0, element};
  Arm none;
  none.pat = makeVariantPat(LangItem::OptionNone, option, {}, head);
  none.body = coerceNever(makeBreak(loop_expr, Desugar::ForLoop, loop.span), types_.unit);
  none.span = rel(loop.span);
  Arm some;
  some.pat = makeVariantPat(LangItem::OptionSome, option, {payload}, loop.pat->span);
  some.body = is(infer_.shallow(result.ty), TyKind::Never) ? coerceNever(body, types_.unit) : body;
  some.span = rel(loop.span);
  ExprId step = makeMatch(next, {none, some}, types_.unit, loop.span, Desugar::ForNextMatch);
  typed::Block block;
  block.span = rel(loop.span);
  typed::Stmt stmt;
  stmt.kind = typed::Stmt::Kind::Expr;
  stmt.expr = step;
  stmt.span = rel(loop.span);
  block.stmts = body_->keep(llvm::ArrayRef<typed::Stmt>(stmt));
  node(loop_expr).block = body_->blocks.push(std::move(block));
  Arm only;
  only.pat = iter_pat;
  only.body = loop_expr;
  only.span = rel(loop.span);
  diverges_ = false;
  return makeMatch(into, {only}, types_.unit, loop.span, Desugar::ForMatch);
}

// match Try::branch(e) { Break(residual) => return FromResidual::from_residual(residual), Continue(value) => value }
ExprId BodyChecker::checkTry(ExprId operand, const ast::TryExpr &expr) {
  if (lacksLang(LangItem::TryTrait, expr.span) || lacksLang(LangItem::TryBranch, expr.span) || lacksLang(LangItem::FromResidualTrait, expr.span) ||
      lacksLang(LangItem::FromResidualMethod, expr.span) || lacksLang(LangItem::ControlFlowContinue, expr.span))
    return declineFeature(expr.span, "`?`");
  const Span mark = expr.span.lastByte().withOrigin(SpanOrigin::QuestionMark);
  ExprId silent = makeError(expr.span);
  Ty type = resolved(typeOf(operand));
  if (isSilent(type)) {
    node(silent).ty = type;
    return silent;
  }
  if (is(type, TyKind::Never)) {
    Ty target = newVar(expr.span);
    operand = coerceNever(operand, target);
    type = target;
  }
  ExprId branch =
      callLang(LangItem::TryTrait, LangItem::TryBranch, type, {}, {operand}, expr.span, Desugar::TryBranch, ObligationCause::QuestionMark, expr.span);
  Ty flow = resolved(typeOf(branch)); // ControlFlow<Residual, Output>
  if (infer_.implements(type, program_.lang(LangItem::TryTrait)) == Answer::No) {
    select(); // tells that the operand is no `Try`
    Ty returned = infer_.shallow(return_type_);
    if (in_function_ && !isSilent(returned) && infer_.implements(returned, program_.lang(LangItem::TryTrait)) == Answer::No)
      reportNoResidual(returned, types_.error, mark);
    return silent;
  }
  if (!is(flow, TyKind::Adt) || data(flow).args.size() != 2) {
    node(silent).ty = types_.error;
    if (isSilent(flow))
      node(silent).ty = flow;
    return silent;
  }
  Ty residual = data(flow).args[0].type();
  Ty output = data(flow).args[1].type();

  LocalId value = makeLocalDecl({}, expr.span, output, typed::Local::Source::Desugar);
  LocalId rest = makeLocalDecl({}, mark, residual, typed::Local::Source::Desugar);
  Arm go;
  go.pat =
      makeVariantPat(LangItem::ControlFlowContinue, flow, {typed::FieldPattern{0, makeBindingPat(value, BindingMode::Move, output, expr.span)}}, expr.span);
  go.body = makeLocal(value, expr.span);
  go.span = rel(expr.span);
  Arm stop;
  stop.pat = makeVariantPat(LangItem::ControlFlowBreak, flow, {typed::FieldPattern{0, makeBindingPat(rest, BindingMode::Move, residual, mark)}}, mark);
  ExprId leave = make(ExprKind::Return, types_.never, mark);
  node(leave).desugar = Desugar::TryReturn;
  if (!in_function_) {
    error(DiagnosticKind::E0277,
          "the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)", mark,
          "cannot use the `?` operator in a constant that returns `" + print(return_type_) + "`");
    return silent;
  }
  if (!isSilent(infer_.shallow(return_type_))) {
    ExprId converted = callLang(LangItem::FromResidualTrait, LangItem::FromResidualMethod, return_type_, {GenericArg(residual)}, {makeLocal(rest, mark)}, mark,
                                Desugar::TryReturn, ObligationCause::QuestionMark, mark);
    node(converted).span = rel(expr.span.withOrigin(SpanOrigin::QuestionMark)); // the whole expression is what is returned
    node(leave).a = coerceOrReport(converted, return_type_);
  }
  stop.body = coerceNever(leave, output);
  stop.span = rel(mark);
  return makeMatch(branch, {stop, go}, output, expr.span, Desugar::TryMatch);
}

} // namespace lien::typeck
