// Coercions: where a value of one type may stand for another. Source: Reference, "Type coercions"; RFC 401; rustc dev guide, "Coercion".
//
// Adjustments become typed nodes at once. A coercion that fails leaves no trace in the inference state.
#include "frontend/typeck/checker.hpp"
#include "frontend/types/binders.hpp"

namespace lien::typeck {

using typed::ExprKind;

ExprId BodyChecker::coerceNever(ExprId expr, Ty target) {
  if (isGeneralVar(target))
    infer_.markDiverging(target);
  return makeCoerce(expr, target, CoercionKind::NeverToAny);
}

ExprId BodyChecker::tryCoerce(ExprId expr, Ty target, TwoPhase two_phase) {
  Ty source = resolved(typeOf(expr));
  target = resolved(target);
  if (source == target && !is(source, TyKind::Ref))
    return expr; // by far the most frequent case
  if (isSilent(source) || isSilent(target))
    return expr;
  if (is(source, TyKind::Never))
    return coerceNever(expr, target);
  if (isGeneralVar(source))
    return unify(source, target) ? expr : ExprId();
  if (isGeneralVar(target))
    return unify(target, source) ? expr : ExprId();
  if (ExprId unsized_value = tryUnsize(expr, source, target); unsized_value.isValid())
    return unsized_value;
  if (is(target, TyKind::Ref))
    return coerceToReference(expr, source, target, two_phase);
  if (is(source, TyKind::FnDef) && is(target, TyKind::FnPtr))
    return reifyFn(expr, source, target);
  return unify(target, source) && servesAs(source, target) ? expr : ExprId();
}

// A function pointer that binds lifetimes serves as one that binds as many or fewer. Only where pointers themselves are coerced: further inside it is told
// with the other lifetimes.
bool BodyChecker::servesAs(Ty source, Ty target) {
  if (!is(source, TyKind::FnPtr) || !is(target, TyKind::FnPtr))
    return true;
  source = infer_.resolve(source);
  target = infer_.resolve(target);
  return source == target || isAtLeastAsGeneral(program_, source, target);
}

ExprId BodyChecker::coerceOrReport(ExprId expr, Ty target, TwoPhase two_phase) {
  ExprId result = tryCoerce(expr, target, two_phase);
  if (result.isValid())
    return result;
  reportMismatch(spanOf(expr), target, typeOf(expr));
  return make(ExprKind::Tuple, target, spanOf(expr)); // what follows takes the wanted type for given
}

Span BodyChecker::adjustmentSpan(ExprId expr) {
  if (node(expr).kind == ExprKind::Block)
    if (ExprId tail = body_->blocks[node(expr).block].tail; tail.isValid()) {
      // The expression as it was written: what adjusts it may have taken the span of a part of it.
      while (node(tail).kind == ExprKind::Borrow && node(tail).borrow == BorrowKind::Reborrow && node(node(tail).a).kind == ExprKind::Deref &&
             node(node(tail).a).implicit)
        tail = node(node(tail).a).a;
      return spanOf(tail);
    }
  return spanOf(expr);
}

// `&[T; n]` to `&[T]`, `Box<[T; n]>` to `Box<[T]>` (RFC 401, RFC 982). `&mut` may become `&` on the way; the borrow is a reborrow.
ExprId BodyChecker::tryUnsize(ExprId expr, Ty source, Ty target) {
  const TyData &from = data(source);
  const TyData &to = data(target);
  if (from.kind == TyKind::Ref && to.kind == TyKind::Ref) {
    if (from.mutability == Mutability::Not && to.mutability == Mutability::Mut)
      return {};
    Ty from_pointee = infer_.shallow(from.element());
    Ty to_pointee = infer_.shallow(to.element());
    if (!is(to_pointee, TyKind::Slice) && !is(to_pointee, TyKind::Dynamic))
      return {};
    if (infer_.unsize(from_pointee, to_pointee, spanOf(expr)) != Answer::Yes)
      return {};
    Mutability mutability = to.mutability;
    Span span = adjustmentSpan(expr);
    ExprId reborrow = makeBorrow(makeDeref(expr, from_pointee, span, true), mutability, BorrowKind::Reborrow, span);
    return makeCoerce(reborrow, target, CoercionKind::Unsize);
  }
  if (from.kind == TyKind::Adt && to.kind == TyKind::Adt && from.def == to.def && program_.isLang(from.def, LangItem::BoxStruct)) {
    Ty from_pointee = infer_.shallow(from.args[0].type());
    Ty to_pointee = infer_.shallow(to.args[0].type());
    if (!is(to_pointee, TyKind::Slice) && !is(to_pointee, TyKind::Dynamic))
      return {};
    if (infer_.unsize(from_pointee, to_pointee, spanOf(expr)) != Answer::Yes)
      return {};
    return makeCoerce(expr, target, CoercionKind::Unsize);
  }
  return {};
}

// `&mut T` to `&T`, and `&T` to `&U` where T derefs to U; also the plain reborrow. The first step of the autoderef that fits wins.
ExprId BodyChecker::coerceToReference(ExprId expr, Ty source, Ty target, TwoPhase two_phase) {
  if (!is(source, TyKind::Ref))
    return unify(target, source) ? expr : ExprId();
  const Mutability from = data(source).mutability;
  const Mutability to = data(target).mutability;
  if (from == Mutability::Not && to == Mutability::Mut)
    return {};
  const Span span = adjustmentSpan(expr);
  if (from == Mutability::Not && unify(target, source)) {
    const bool is_static = node(expr).kind == ExprKind::Literal || node(expr).kind == ExprKind::Constant;
    if (isCoercedInside(expr) || (is_static && !in_function_)) // in constants every lifetime is 'static
      return expr;
    ExprId reborrow = makeBorrow(makeDeref(expr, data(source).element(), span, true), Mutability::Not, BorrowKind::Reborrow, span);
    node(reborrow).ty = target;
    return reborrow;
  }
  const Ty wanted = data(target).element();
  llvm::SmallVector<InferContext::DerefStep, 4> steps;
  steps.push_back({source, false});
  Ty current = source;
  for (std::uint32_t count = 1;; ++count) {
    auto step = infer_.derefOnce(current, span);
    if (!step)
      return {};
    steps.push_back(*step);
    current = infer_.shallow(step->ty);
    if (count > 256) {
      sink_.declineLimit(span, "more than 256 dereferences");
      return expr;
    }
    if (!unify(wanted, current))
      continue;
    ExprId place = applyDerefs(expr, steps, count);
    if (to == Mutability::Mut)
      makePlaceMutable(place);
    ExprId borrow = makeBorrow(place, to, BorrowKind::Reborrow, span);
    node(borrow).ty = target;
    node(borrow).two_phase = to == Mutability::Mut && two_phase == TwoPhase::Yes;
    return borrow;
  }
}

// Is what keeps a function from being coerced to a pointer only that it binds less?
bool BodyChecker::differInGenerality(Ty expected, Ty found) {
  if (is(found, TyKind::FnDef))
    found = types_.fnPtr(eraseRegions(types_, substitute(types_, program_.fn(data(found).def).sig, data(found).args)));
  const auto before = infer_.snapshot();
  const bool same = unify(expected, found);
  infer_.rollback(before);
  return same;
}

ExprId BodyChecker::reifyFn(ExprId expr, Ty source, Ty target) {
  const TyData fn = data(source);
  FnSig sig = substitute(types_, program_.fn(fn.def).sig, fn.args);
  Ty pointer = normalize(eraseRegions(types_, types_.fnPtr(sig)), spanOf(expr));
  if (!unify(target, pointer) || !servesAs(pointer, target))
    return {};
  return makeCoerce(expr, target, CoercionKind::ReifyFn);
}

bool BodyChecker::demandEqual(Ty expected, Ty found, Span span) {
  if (unify(expected, found))
    return true;
  reportMismatch(span, expected, found);
  return false;
}

// Least upper bound coercion: the new value to the type so far, or else all earlier ones to the type of the new one; function items become pointers.
// On success the new value is adjusted in place and the merged type updated; otherwise nothing happens.
bool BodyChecker::lubCoerce(CoerceMany &many, ExprId expr) {
  Ty previous = resolved(many.merged);
  Ty found = resolved(typeOf(expr));
  if (previous == found && !is(found, TyKind::Ref))
    return true;
  if (is(previous, TyKind::FnDef) && is(found, TyKind::FnDef) && !(infer_.resolve(previous) == infer_.resolve(found))) {
    auto pointerTo = [&](Ty fn) {
      return normalize(eraseRegions(types_, types_.fnPtr(substitute(types_, program_.fn(data(fn).def).sig, data(fn).args))), spanOf(expr));
    };
    Ty pointer = pointerTo(previous);
    if (!unify(pointer, pointerTo(found)))
      return false;
    for (ExprId earlier : many.pushed)
      adjustInPlace(earlier,
                    [&](ExprId inner) { return is(resolved(typeOf(inner)), TyKind::FnDef) ? makeCoerce(inner, pointer, CoercionKind::ReifyFn) : inner; });
    adjustInPlace(expr, [&](ExprId inner) { return makeCoerce(inner, pointer, CoercionKind::ReifyFn); });
    many.merged = pointer;
    return true;
  }
  if (previous == found && node(expr).kind != ExprKind::Borrow && isCoercedInside(expr))
    return true; // the very same type: both were coerced to it
  // Of two function pointers that bind something else neither is taken: lifetimes that are bound have no least upper bound.
  if (is(previous, TyKind::FnPtr) && is(found, TyKind::FnPtr) && !(servesAs(previous, found) && servesAs(found, previous)))
    return false;
  if (coerceInPlace(expr, previous, TwoPhase::No))
    return true;
  if (many.pushed.empty())
    return false;
  // Earlier values can only follow when each of them still has the merged type by itself.
  auto before = infer_.snapshot();
  ++probing_;
  bool all = true;
  for (ExprId earlier : many.pushed)
    all = all && (is(infer_.shallow(typeOf(earlier)), TyKind::Never) || canCoerce(earlier, found));
  --probing_;
  infer_.rollback(before);
  if (!all)
    return false;
  for (ExprId earlier : many.pushed)
    coerceInPlace(earlier, found, TwoPhase::No);
  many.merged = found;
  return true;
}

bool BodyChecker::canCoerce(ExprId expr, Ty target) {
  return tryCoerce(expr, target, TwoPhase::No).isValid(); // nodes made by the trial stay behind unused
}

bool BodyChecker::coerceInPlace(ExprId expr, Ty target, TwoPhase two_phase) {
  Ty source = resolved(typeOf(expr));
  if (source == infer_.shallow(target) && !is(source, TyKind::Ref))
    return true;
  ExprId moved = moveAside(expr);
  ExprId result = tryCoerce(moved, target, two_phase);
  if (result.isValid() && result != moved)
    node(expr) = typed::Expr(node(result)); // the node at `result` stays behind unused
  else
    undoMoveAside(expr, moved);
  return result.isValid();
}

void BodyChecker::adjustInPlace(ExprId expr, llvm::function_ref<ExprId(ExprId)> wrap) {
  ExprId moved = moveAside(expr);
  ExprId result = wrap(moved);
  if (result != moved)
    node(expr) = typed::Expr(node(result));
  else
    undoMoveAside(expr, moved);
}

void BodyChecker::coerceInto(CoerceMany &many, ExprId expr, MergeSite site, Span site_span) {
  Ty found = resolved(typeOf(expr));
  if (many.failed || isSilent(found) || (many.any && isSilent(infer_.shallow(many.merged)))) {
    many.failed = true;
    many.any = true;
    many.merged = isSilent(found) && is(found, TyKind::Unknown) ? types_.unknown : types_.error;
    return;
  }
  bool fits = !many.any ? coerceInPlace(expr, many.expected, TwoPhase::No) : lubCoerce(many, expr);
  if (!fits) {
    reportMerge(many, expr, found, site, site_span);
    many.failed = true;
  } else if (!many.any) {
    many.merged = infer_.shallow(many.expected);
  }
  many.any = true;
  many.pushed.push_back(expr);
}

bool BodyChecker::coerceUnitInto(CoerceMany &many) {
  if (many.failed)
    return true;
  bool fits = unify(many.soFar(), types_.unit);
  many.any = true;
  many.merged = types_.unit;
  many.failed = !fits;
  return fits;
}

Ty BodyChecker::complete(CoerceMany &many) {
  if (many.failed)
    return is(many.merged, TyKind::Unknown) ? types_.unknown : types_.error;
  return many.any ? many.merged : types_.never;
}

} // namespace lien::typeck
