// Where a shared reference is copied and where it is reborrowed.
//
// A coercion site of type `&T` reborrows what it is given, `&*r`, so that the new reference may live shorter; only where the lifetimes are the very same
// nothing happens and the reference is copied. Inference knows no free lifetimes, so the second case is found by what can be told apart without them: a
// value that was coerced to the wanted type already, and values that the signature gives the lifetime of the result. Nothing but the shape of the MIR
// depends on it: a reborrow asks of the lifetimes just what a copy does. Source: rustc dev guide, "Coercion" (`coerce_borrowed_pointer`).
#include "frontend/typeck/checker.hpp"

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

/// A variable, or fields of one, written twice.
bool BodyChecker::isSamePlace(ExprId a, ExprId b) const {
  for (;;) {
    const typed::Expr &left = body_->exprs[a];
    const typed::Expr &right = body_->exprs[b];
    if (left.kind != right.kind)
      return false;
    if (left.kind == ExprKind::Local)
      return left.local == right.local;
    if (left.kind != ExprKind::Field || left.index != right.index)
      return false;
    a = left.a;
    b = right.a;
  }
}

/// The type of a place with its lifetimes, where the signature alone says it.
std::optional<Ty> BodyChecker::typeWithRegions(ExprId expr) {
  const typed::Expr at = node(expr);
  if (at.kind == ExprKind::Local) {
    for (std::size_t i = 0; i < body_->params.size(); ++i) {
      const typed::Pat &pat = body_->pats[body_->params[i].pat];
      if (pat.kind == typed::PatKind::Binding && pat.local == at.local && !pat.sub.isValid() && pat.mode == BindingMode::Move)
        return body_->signature.inputs[i];
    }
    return std::nullopt;
  }
  if (at.kind != ExprKind::Field && at.kind != ExprKind::Deref)
    return std::nullopt;
  const std::optional<Ty> base = typeWithRegions(at.a);
  if (!base)
    return std::nullopt;
  const TyData of = data(*base);
  if (at.kind == ExprKind::Deref)
    return of.kind == TyKind::Ref ? std::optional(of.element()) : std::nullopt;
  if (of.kind == TyKind::Tuple)
    return of.args[at.index].type();
  if (of.kind != TyKind::Adt)
    return std::nullopt;
  return substitute(types_, program_.adt(of.def).variants.front().fields[at.index].type, of.args);
}

std::optional<Region> BodyChecker::regionOf(ExprId expr) {
  const typed::Expr &at = node(expr);
  if (at.kind == ExprKind::Literal)
    return Region::statik();
  const std::optional<Ty> ty = at.kind == ExprKind::Constant ? std::optional(program_.typeOf(at.def)) : typeWithRegions(expr);
  const bool is_shared = ty && is(*ty, TyKind::Ref) && data(*ty).mutability == Mutability::Not; // `&mut` is never copied
  return is_shared ? std::optional(data(*ty).region) : std::nullopt;
}

/// Takes the reborrows away from returned values that have the lifetime of the result. True where none is left.
bool BodyChecker::copyReturned(ExprId value, Region wanted) {
  if (StackGuard::exhausted())
    return false;
  const typed::Expr at = node(value);
  if (at.kind == ExprKind::Block) {
    const ExprId tail = body_->blocks[at.block].tail;
    return tail.isValid() && !at.label_target && copyReturned(tail, wanted);
  }
  if (at.kind == ExprKind::If) {
    const bool then = copyReturned(at.b, wanted);
    return at.c.isValid() && copyReturned(at.c, wanted) && then;
  }
  if (at.kind == ExprKind::Match) {
    bool all = true;
    for (const Arm &arm : at.arms)
      all = copyReturned(arm.body, wanted) && all;
    return all;
  }
  if (at.kind == ExprKind::Coerce)
    return at.coercion == CoercionKind::NeverToAny;
  if (at.kind != ExprKind::Borrow || at.borrow != BorrowKind::Reborrow || node(at.a).kind != ExprKind::Deref || !node(at.a).implicit)
    return regionOf(value) == std::optional(wanted);
  const ExprId reference = node(at.a).a;
  if (!copyReturned(reference, wanted))
    return false;
  node(value) = typed::Expr(node(reference));
  return true;
}

/// Rule: the first returned value is coerced to the type of the result. A later one that has that very type already, lifetimes included, stays what it is:
/// a `&mut` is then moved, not reborrowed.
ExprId BodyChecker::coerceReturned(ExprId value) {
  const bool is_first = !std::exchange(returned_, true);
  bool is_same = false;
  if (!is_first && is(infer_.shallow(return_type_), TyKind::Ref)) {
    const std::optional<Ty> written = typeWithRegions(value);
    const bool is_block = node(value).kind == ExprKind::Block;
    is_same = (is_block && isCoercedInside(value)) || (written && *written == body_->signature.output);
  }
  if (!is_same)
    value = coerceOrReport(value, return_type_);
  settleReturned(value);
  return value;
}

void BodyChecker::settleReturned(ExprId value) {
  const DefKind kind = program_.def(owner_).kind;
  const bool is_function = kind == DefKind::Fn || kind == DefKind::AssocFn;
  const TyData result = data(is_function ? body_->signature.output : program_.typeOf(owner_));
  if (result.kind == TyKind::Ref && result.mutability == Mutability::Not)
    copyReturned(value, result.region);
}

} // namespace lien::typeck
