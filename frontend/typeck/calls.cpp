// Calls of functions and methods. Reference, "Call expressions", "Method-call expressions"; rustc dev guide, "Method lookup".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

// -------------------------------------------------------------------------------------------------------------- arguments

void BodyChecker::checkArgumentsLoose(ast::List<const ast::Expr *> args) {
  for (const ast::Expr *arg : args)
    checkExpr(arg);
}

// Each argument is coerced to what is expected of it: the formal type, sharpened by what the wanted output says. One argument that does not fit is
// reported where it stands, several at the callee, a wrong number at the callee alone.
llvm::SmallVector<ExprId, 8> BodyChecker::checkArguments(const CallSite &site, const FnSig &sig, std::size_t skip, ast::List<const ast::Expr *> args,
                                                         const Expectation &expected) {
  llvm::SmallVector<Ty, 8> wanted;
  if (auto output = onlyHasType(expected))
    wanted = expectedInputs(*output, sig);
  llvm::SmallVector<ExprId, 8> values;
  const std::size_t formal_count = sig.inputs.size() - skip;
  const bool count_fits = formal_count == args.size();
  struct Misfit {
    ExprId value;
    Ty formal;
  };
  llvm::SmallVector<Misfit, 2> misfits;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (i >= formal_count) {
      values.push_back(checkExpr(args[i]));
      continue;
    }
    Ty formal = sig.inputs[i + skip];
    Ty target = wanted.empty() ? formal : wanted[i + skip];
    const bool is_open = isGeneralVar(infer_.shallow(target)); // the argument says what it is, and is taken as it is
    ExprId value = checkExpr(args[i], Expectation::rvalue(types_, infer_.shallow(target)));
    if (is(infer_.shallow(target), TyKind::Slice) || is(infer_.shallow(target), TyKind::Str))
      target = formal;
    ExprId coerced = tryCoerce(value, target, TwoPhase::Yes);
    if (coerced.isValid() && (target == formal || unify(formal, target))) {
      if (site.def.isValid() && !is_open)
        settleArgument(site, program_.fn(site.def).sig.inputs[i + skip], coerced);
      values.push_back(coerced);
      continue;
    }
    values.push_back(value);
    if (!isSilent(infer_.shallow(typeOf(value))))
      misfits.push_back({value, formal});
  }
  if (!count_fits) {
    reportArgumentCount(site, formal_count, args);
  } else if (misfits.size() == 1) {
    reportMismatch(spanOf(misfits[0].value), misfits[0].formal, typeOf(misfits[0].value))
        .label(site.callee_span, ("arguments to this " + callWord(site) + " are incorrect").str());
  } else if (!misfits.empty()) {
    Diagnostic &diagnostic = error(DiagnosticKind::E0308, ("arguments to this " + callWord(site) + " are incorrect").str(), site.callee_span);
    for (const Misfit &misfit : misfits)
      diagnostic.label(spanOf(misfit.value), "expected `" + print(misfit.formal) + "`, found `" + print(typeOf(misfit.value)) + "`");
  }
  // The arguments may tell what an associated type in the result is (`v.get(i)`): rustc looks before it checks closures. Later would be too late,
  // a coercion of the result would take it for anything.
  if (site.def.isValid() && types_.has(program_.fn(site.def).sig.output, TypeFlags::HasProjection))
    select();
  for (std::size_t i = 0; i < values.size() && i < formal_count; ++i)
    requireSized(infer_.shallow(sig.inputs[i + skip]), args[i]->span, ObligationCause::SizedArgument);
  return values;
}

llvm::StringRef BodyChecker::callWord(const CallSite &site) const {
  if (site.is_method)
    return "method";
  if (!site.def.isValid())
    return "function";
  switch (program_.def(site.def).kind) {
  case DefKind::Struct:
    return "struct";
  case DefKind::Variant:
    return "enum variant";
  default: // functions of every kind
    return "function";
  }
}

// -------------------------------------------------------------------------------------------------------------- functions

// A reference to a function or a function pointer that takes this many arguments.
bool BodyChecker::isFunctionBehind(Ty ty, std::size_t arguments) {
  while (is(ty, TyKind::Ref) && data(ty).mutability == Mutability::Not)
    ty = infer_.shallow(data(ty).element());
  if (is(ty, TyKind::FnPtr))
    return types_.fnPtrSig(ty).inputs.size() == arguments;
  return is(ty, TyKind::FnDef) && program_.fn(data(ty).def).sig.inputs.size() == arguments;
}

ExprId BodyChecker::checkCall(ExprId callee, const ast::CallExpr &call, const Expectation &expected) {
  Ty callee_type = resolved(typeOf(callee));
  ExprId silent = makeError(call.span);
  CallSite site;
  site.span = call.span;
  site.callee_span = call.callee->span;
  // A parenthesised list after something that is no function is checked all the same: its own errors are worth telling.
  if (isSilent(callee_type)) {
    checkArgumentsLoose(call.args);
    node(silent).ty = callee_type;
    return silent;
  }
  callee_type = known(callee_type, call.callee->span);
  bool reached_unknown = false;
  llvm::SmallVector<InferContext::DerefStep, 4> steps;
  if (is(callee_type, TyKind::FnDef) || is(callee_type, TyKind::FnPtr))
    steps.push_back({callee_type, false});
  else
    steps = infer_.autoderef(callee_type, reached_unknown, call.callee->span);
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    Ty ty = infer_.shallow(steps[i].ty);
    FnSig sig;
    if (is(ty, TyKind::FnDef)) {
      const TyData fn = data(ty);
      site.def = fn.def;
      sig = instantiate(program_.fn(fn.def).sig, fn.args, call.callee->span);
      checkConstContext(fn.def, call.span);
    } else if (is(ty, TyKind::FnPtr)) {
      sig = openBinder(types_.fnPtrSig(ty), call.callee->span);
      if (const_context_)
        declineFeature(call.span, "call of a function pointer in a constant");
    } else if (is(ty, TyKind::Ref) && data(ty).mutability == Mutability::Not && isFunctionBehind(ty, call.args.size())) {
      continue; // `&F` can be called as F can
    } else if (auto callable = infer_.callableSig(ty)) {
      checkArgumentsLoose(call.args);
      node(silent).ty = types_.unknown;
      sink_.declineFeature(call.span, "call through an `Fn` trait");
      return silent;
    } else {
      continue;
    }
    ExprId function = applyDerefs(callee, steps, i);
    site.callee = function;
    llvm::SmallVector<ExprId, 8> values = checkArguments(site, sig, 0, call.args, expected);
    ExprId result = makeCall(function, values, sig.output, call.span, Desugar::None);
    requireSized(infer_.shallow(sig.output), call.span, ObligationCause::Misc);
    return result;
  }
  checkArgumentsLoose(call.args);
  if (reached_unknown) {
    sink_.declineFeature(call.span, "call of a value whose type is not fully known");
    node(silent).ty = types_.unknown;
    return silent;
  }
  if (!isSilent(callee_type))
    reportNotCallable(callee, callee_type, call);
  return silent;
}

// Constants are evaluated by the compiler: only `const fn` and constructors may be called. Reference, "Constant evaluation".
void BodyChecker::checkConstContext(DefId callee, Span span) {
  if (!const_context_)
    return;
  const Def &def = program_.def(callee);
  if (def.kind == DefKind::Struct || def.kind == DefKind::Variant || program_.fn(callee).is_const)
    return;
  const bool in_trait = program_.def(def.parent).kind == DefKind::Trait;
  if (def.crate == CrateKind::Library || in_trait) {
    sink_.declineFeature(span, ("call of `" + resolver_.pathOf(callee) + "` in a constant"));
    return;
  }
  reportNonConstCall(callee, span);
}

// ---------------------------------------------------------------------------------------------------------------- methods

ExprId BodyChecker::checkMethodCall(ExprId receiver, const ast::MethodCallExpr &call, const Expectation &expected) {
  Ty receiver_type = known(typeOf(receiver), spanOf(receiver));
  ExprId silent = makeError(call.span);
  if (isSilent(receiver_type)) {
    checkArgumentsLoose(call.args);
    node(silent).ty = receiver_type;
    return silent;
  }
  const Span name_span = call.method.ident.span;
  auto found = infer_.lookupMethod(receiver_type, call.method.ident.name, scopes_.module(), name_span);
  if (!found.pick) {
    checkArgumentsLoose(call.args);
    reportMethodError(found, receiver_type, receiver, call);
    if (found.error == InferContext::MethodError::Unknown)
      node(silent).ty = types_.unknown;
    return silent;
  }
  ConfirmedMethod method = confirmMethod(receiver, *found.pick, &call.method, call.span);
  if (program_.isLang(method.def, LangItem::DropMethod))
    reportExplicitDrop(name_span);
  checkConstContext(method.def, call.span);
  CallSite site;
  site.span = call.span;
  site.callee_span = name_span;
  site.def = method.def;
  site.is_method = true;
  site.callee = method.callee;
  site.receiver = method.receiver;
  llvm::SmallVector<ExprId, 8> values = checkArguments(site, method.sig, 1, call.args, expected);
  values.insert(values.begin(), method.receiver);
  requireSized(infer_.shallow(method.sig.output), call.span, ObligationCause::Misc);
  ExprId result = makeCall(method.callee, values, method.sig.output, call.span, Desugar::MethodCall);
  node(result).fn_span = rel(Span(name_span.lo(), call.span.hi()));
  return result;
}

// Adjusts the receiver as the lookup says (dereferences, then a borrow, then array to slice) and instantiates the method.
BodyChecker::ConfirmedMethod BodyChecker::confirmMethod(ExprId receiver, const InferContext::MethodPick &pick, const ast::PathSegment *segment, Span span) {
  using Autoref = InferContext::MethodPick::Autoref;
  ConfirmedMethod result;
  result.def = pick.method;
  const Span receiver_span = spanOf(receiver);
  const Span name_span = segment != nullptr ? segment->ident.span : span;
  Args written =
      segment != nullptr ? lowerPathArgs(pick.method, segment, pick.parent_args, name_span) : infer_.freshArgs(pick.method, pick.parent_args, name_span);
  result.args = eraseRegions(types_, written);
  const FnInfo &fn = program_.fn(pick.method);
  if (fn.poisoned)
    sink_.declineFeature(name_span, ("a use of `" + text(program_.def(pick.method).name) + "`, whose declaration is not judged").str());
  result.sig = instantiate(fn.sig, result.args, name_span);
  ExprId adjusted = applyDerefs(receiver, pick.steps, pick.derefs);
  Autoref autoref = pick.autoref;
  if (autoref == Autoref::None) {
    // A reference used by value is reborrowed, not moved.
    Ty ty = infer_.shallow(typeOf(adjusted));
    if (is(ty, TyKind::Ref)) {
      autoref = data(ty).mutability == Mutability::Mut ? Autoref::Mut : Autoref::Ref;
      adjusted = makeDeref(adjusted, data(ty).element(), receiver_span, true);
    }
  }
  if (autoref != Autoref::None) {
    const Mutability mutability = autoref == Autoref::Mut ? Mutability::Mut : Mutability::Not;
    if (mutability == Mutability::Mut)
      makePlaceMutable(adjusted);
    adjusted = makeBorrow(adjusted, mutability, BorrowKind::Autoref, receiver_span);
    node(adjusted).two_phase = mutability == Mutability::Mut;
    if (pick.unsize) {
      Ty array = infer_.shallow(data(typeOf(adjusted)).element());
      Ty slice = types_.ref(Region::erased(), types_.slice(data(array).element()), mutability);
      adjusted = makeCoerce(adjusted, slice, CoercionKind::Unsize);
    }
  }
  result.receiver = adjusted;
  if (!result.sig.inputs.empty() && !unify(result.sig.inputs[0], typeOf(adjusted)))
    reportMismatch(receiver_span, result.sig.inputs[0], typeOf(adjusted));
  result.callee = makeFnItem(pick.method, result.args, name_span);
  if (segment != nullptr && segment->args != nullptr) {
    UserTypeId user_type = makeUserType(types_.fnDef(pick.method, written), name_span);
    node(result.callee).user_type = user_type;
  }
  infer_.requirePredicates(pick.method, result.args, name_span, ObligationCause::Call);
  return result;
}

// A call that a macro makes by name (`write!` calls `write_fmt`).
ExprId BodyChecker::callMethodByName(ExprId receiver, Symbol name, llvm::ArrayRef<ExprId> args, Span span) {
  Ty receiver_type = known(typeOf(receiver), spanOf(receiver));
  ExprId silent = makeError(span);
  if (isSilent(receiver_type)) {
    node(silent).ty = receiver_type;
    return silent;
  }
  auto found = infer_.lookupMethod(receiver_type, name, scopes_.module(), spanOf(receiver));
  if (!found.pick) {
    if (found.error == InferContext::MethodError::NotFound) {
      error(DiagnosticKind::E0599, "cannot write into `" + print(receiver_type) + "`", spanOf(receiver), "method not found in `" + print(receiver_type) + "`");
      return silent;
    }
    ast::MethodCallExpr call(span);
    call.method.ident = {name, spanOf(receiver)};
    reportMethodError(found, receiver_type, receiver, call);
    if (found.error == InferContext::MethodError::Unknown)
      node(silent).ty = types_.unknown;
    return silent;
  }
  ConfirmedMethod method = confirmMethod(receiver, *found.pick, nullptr, span);
  llvm::SmallVector<ExprId, 4> values{method.receiver};
  if (method.sig.inputs.size() != args.size() + 1) {
    CallSite site{span, spanOf(receiver), {}, method.def, nullptr, true, {}, {}};
    reportArgumentCount(site, method.sig.inputs.size() - 1, args.size());
    return silent;
  }
  for (std::size_t i = 0; i < args.size(); ++i)
    values.push_back(coerceOrReport(args[i], method.sig.inputs[i + 1], TwoPhase::Yes));
  return makeCall(method.callee, values, method.sig.output, span, Desugar::MethodCall);
}

} // namespace lien::typeck
