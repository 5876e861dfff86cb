// Where a shared reference is copied and where it is reborrowed.
//
// A coercion site of type `&T` reborrows what it is given, `&*r`, so that the new reference may live shorter; only where the lifetimes are the very same
// nothing happens and the reference is copied (a `&mut` that comes later than others of its type is then moved). Inference knows no free lifetimes, so the
// second case is found by what can be told apart without them: a value that was coerced to the wanted type already, and places whose types are those of the
// signature or of one variable. Source: rustc dev guide, "Coercion".
#include "frontend/typeck/checker.hpp"
#include "frontend/types/fold.hpp"

namespace lien::typeck {

using typed::ExprKind;

/// The value went through a coercion to the wanted type inside: as the tail of a block, in all branches of an `if`. Two arms of a `match` that are no
/// blocks get a common lifetime of their own.
bool BodyChecker::isCoercedInside(ExprId expr) const {
  if (StackGuard::exhausted())
    return false;
  const typed::Expr &at = body_->exprs[expr];
  switch (at.kind) {
  case ExprKind::Borrow:
    return at.borrow == BorrowKind::Reborrow;
  case ExprKind::Coerce:
    return at.coercion == CoercionKind::NeverToAny || at.coercion == CoercionKind::Unsize;
  case ExprKind::Block:
    return at.block.index() < coerced_blocks_.size() && coerced_blocks_.test(at.block.index());
  case ExprKind::If:
    return at.c.isValid() && isCoercedInside(at.b) && isCoercedInside(at.c);
  case ExprKind::Match:
    for (const Arm &arm : at.arms) {
      const bool alone = arm.body == at.arms.front().body || body_->exprs[arm.body].kind != ExprKind::Borrow;
      if (!alone || !isCoercedInside(arm.body))
        return false;
    }
    return !at.arms.empty();
  default: // whatever it is, its type is its own
    return false;
  }
}

/// Puts a lifetime of its own, the same as no other, wherever none is known.
Ty BodyChecker::withOwnRegions(Ty erased) {
  struct Fold final : TypeFolder {
    Fold(TypeStore &store, std::uint32_t &next) : TypeFolder(store), next(next) {}
    Ty foldTy(Ty ty) override { return store_.has(ty, TypeFlags::HasRegions) ? superFold(ty) : ty; }
    Region foldRegion(Region region) override { return region.kind() == Region::Kind::Erased ? Region::var(next++) : region; }
    std::uint32_t &next;
  };
  return Fold(types_, own_regions_).foldTy(erased);
}

/// The type of a place with its lifetimes: as the signature says it, or else the variable's own.
std::optional<Ty> BodyChecker::typeWithRegions(ExprId expr) {
  const typed::Expr at = node(expr);
  if (at.kind == ExprKind::Local) {
    for (std::size_t i = 0; i < body_->params.size(); ++i) {
      const typed::Pat &pat = body_->pats[body_->params[i].pat];
      if (pat.kind == typed::PatKind::Binding && pat.local == at.local && !pat.sub.isValid() && pat.mode == BindingMode::Move)
        return body_->signature.inputs[i];
    }
    const auto [own, is_new] = exact_locals_.try_emplace(at.local.value, Ty());
    if (is_new)
      own->second = withOwnRegions(infer_.resolve(body_->locals[at.local].ty));
    return own->second;
  }
  if (at.kind != ExprKind::Field && at.kind != ExprKind::Deref)
    return std::nullopt;
  const std::optional<Ty> base = typeWithRegions(at.a);
  if (!base)
    return std::nullopt;
  const TyData of = data(*base);
  if (at.kind == ExprKind::Deref)
    return of.kind == TyKind::Ref ? std::optional(of.element()) : std::nullopt; // through a box, too, the type would be known
  if (of.kind == TyKind::Tuple)
    return of.args[at.index].type();
  if (of.kind != TyKind::Adt)
    return std::nullopt;
  return substitute(types_, program_.adt(of.def).variants.front().fields[at.index].type, of.args);
}

/// The type of a value that is no branch, lifetimes included. What is made anew has lifetimes of its own.
Ty BodyChecker::exactType(ExprId expr) {
  const typed::Expr &at = node(expr);
  const Ty ty = resolved(typeOf(expr));
  std::optional<Ty> known;
  if (at.kind == ExprKind::Literal && is(ty, TyKind::Ref))
    known = types_.ref(Region::statik(), data(ty).element(), data(ty).mutability);
  else if (at.kind == ExprKind::Constant)
    known = program_.typeOf(at.def);
  else
    known = typeWithRegions(expr);
  return known && is(*known, TyKind::Ref) ? *known : withOwnRegions(ty);
}

/// Below a reborrow that a coercion made of a reference, the reference; otherwise the value itself.
ExprId BodyChecker::withoutReborrow(ExprId value) {
  const typed::Expr &at = node(value);
  if (at.kind != ExprKind::Borrow || at.borrow != BorrowKind::Reborrow || node(at.a).kind != ExprKind::Deref || !node(at.a).implicit)
    return value;
  const ExprId reference = node(at.a).a;
  const bool is_single = !(node(reference).kind == ExprKind::Deref && node(reference).implicit);
  return is_single && is(resolved(typeOf(reference)), TyKind::Ref) ? reference : value;
}

/// `&'x T` and `&'y T` together: `'static` gives way to the other, two others to a third.
Ty BodyChecker::leastUpperBound(Ty a, Ty b) {
  const TyData left = data(a);
  const Region right = data(b).region;
  Region region = left.region;
  if (left.region == Region::statik())
    region = right;
  else if (right != Region::statik() && right != left.region)
    region = Region::var(own_regions_++);
  return types_.ref(region, left.element(), left.mutability);
}

/// Rule: of several values that become one, all coerced already, the first is coerced to the wanted type. A later one that has the very type of those before
/// it, lifetimes included, stays as it is. Otherwise the two get their least upper bound, and the value is reborrowed, unless it is a shared reference of that
/// very type. Source: rustc, `CoerceMany::coerce`, `coerce_to_ref`.
void BodyChecker::settleMerged(std::optional<Ty> &merged, ExprId value, Ty wanted) {
  if (is(resolved(typeOf(value)), TyKind::Never) || (node(value).kind == ExprKind::Coerce && node(value).coercion == CoercionKind::NeverToAny)) {
    merged = merged ? merged : wanted;
    return;
  }
  const ExprId written = withoutReborrow(value);
  const bool is_adjusted = node(value).kind == ExprKind::Coerce || (written == value && node(value).kind == ExprKind::Borrow &&
                                                                    node(value).borrow == BorrowKind::Reborrow && node(node(value).a).implicit);
  const Ty found = settleInside(written, wanted);
  if (is_adjusted || !is(found, TyKind::Ref)) { // more than a reborrow: it stays
    merged = merged ? leastUpperBound(*merged, types_.ref(Region::var(own_regions_++), data(wanted).element(), data(wanted).mutability)) : wanted;
    return;
  }
  const bool is_shared = data(found).mutability == Mutability::Not;
  bool reborrows = true;
  if (!merged) {
    reborrows = !is_shared || !(found == wanted);
    merged = wanted;
  } else if (found == *merged) {
    reborrows = false;
  } else {
    merged = leastUpperBound(*merged, found);
    reborrows = !is_shared || !(found == *merged);
  }
  if (!reborrows && written != value)
    node(value) = typed::Expr(node(written));
  else if (reborrows && written == value)
    adjustInPlace(value, [&](ExprId inner) {
      const Ty reference = resolved(typeOf(inner));
      const Span span = adjustmentSpan(inner);
      const Mutability mutability = data(wanted).mutability;
      ExprId reborrow = makeBorrow(makeDeref(inner, data(reference).element(), span, true), mutability, BorrowKind::Reborrow, span);
      return reborrow;
    });
}

/// The type of a value of which a reference is wanted, lifetimes included, once all its branches are settled.
Ty BodyChecker::settleInside(ExprId value, Ty wanted) {
  if (StackGuard::exhausted())
    return withOwnRegions(wanted);
  const typed::Expr at = node(value);
  std::optional<Ty> merged;
  if (at.kind == ExprKind::Block && at.block.index() < coerced_blocks_.size() && coerced_blocks_.test(at.block.index()) && !at.label_target) {
    settleMerged(merged, body_->blocks[at.block].tail, wanted);
    return wanted;
  }
  if (at.kind == ExprKind::If && at.c.isValid()) {
    settleMerged(merged, at.b, wanted);
    settleMerged(merged, at.c, wanted);
    return *merged;
  }
  if (at.kind == ExprKind::Match && at.desugar == Desugar::None && !at.arms.empty()) {
    for (const Arm &arm : at.arms)
      settleMerged(merged, arm.body, wanted);
    return *merged;
  }
  return exactType(value);
}

/// All that a body returns is merged: what `return` gives, in order, and its last expression.
ExprId BodyChecker::coerceReturned(ExprId value) {
  value = coerceOrReport(value, return_type_);
  settleReturned(value);
  return value;
}

/// `r = r` is of the very same type: a shared reference is copied, a `&mut` reborrowed all the same.
void BodyChecker::settleAssigned(ExprId place, ExprId value) {
  const Ty found = resolved(typeOf(value));
  const std::optional<Ty> wanted = typeWithRegions(place);
  if (!wanted || !is(*wanted, TyKind::Ref) || !is(found, TyKind::Ref) || types_.has(found, TypeFlags::HasError))
    return;
  std::optional<Ty> merged;
  settleMerged(merged, value, *wanted);
}

void BodyChecker::settleReturned(ExprId value) {
  const DefKind kind = program_.def(owner_).kind;
  const bool is_function = kind == DefKind::Fn || kind == DefKind::AssocFn;
  const Ty result = is_function ? body_->signature.output : program_.typeOf(owner_);
  const Ty found = resolved(typeOf(value));
  const bool is_reference = is(result, TyKind::Ref) && (is(found, TyKind::Ref) || is(found, TyKind::Never));
  if (is_reference && !types_.has(result, TypeFlags::HasError) && !types_.has(found, TypeFlags::HasError))
    settleMerged(returned_as_, value, result);
}

} // namespace lien::typeck
