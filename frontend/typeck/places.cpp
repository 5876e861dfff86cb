// Choosing `deref_mut` and `index_mut`: inference first assumes shared access; a mutable use of the place turns the calls on the way round.
// Reference, "Place expressions and value expressions"; std::ops::DerefMut.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::Expr;
using typed::ExprKind;

// A place is a chain of fields, indices and dereferences; it ends at a variable or value. Where the type has no mutable operator the call stays as it
// is, and the borrow check reports the shared borrow.
void BodyChecker::makePlaceMutable(ExprId place) {
  for (;;) {
    Expr &step = node(place);
    if (step.kind == ExprKind::Field || step.kind == ExprKind::Index) {
      place = step.a;
      continue;
    }
    if (step.kind != ExprKind::Deref)
      return;
    ExprId inner = step.a;
    Expr &call = node(inner);
    const bool deref = call.kind == ExprKind::Call && call.desugar == Desugar::OverloadedDeref;
    const bool index = call.kind == ExprKind::Call && call.desugar == Desugar::OverloadedIndex;
    if (!deref && !index) {
      if (isPlaceNode(inner)) {
        place = inner;
        continue;
      }
      return;
    }
    ExprId receiver = call.list[0];
    while (node(receiver).kind == ExprKind::Coerce)
      receiver = node(receiver).a;
    if (node(receiver).mutability == Mutability::Not)
      useMutableOperator(inner, receiver, index);
    place = node(receiver).a;
  }
}

bool BodyChecker::isPlaceNode(ExprId expr) const {
  switch (body_->exprs[expr].kind) {
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Deref:
    return true;
  default: // a variable or a value: the end of the chain
    return false;
  }
}

void BodyChecker::useMutableOperator(ExprId call, ExprId borrow, bool index) {
  ExprId callee = node(call).a;
  Args args = node(callee).args;
  Ty self = infer_.shallow(args[0].type());
  DefId trait = program_.lang(index ? LangItem::IndexMutTrait : LangItem::DerefMutTrait);
  DefId method = program_.lang(index ? LangItem::IndexMutMethod : LangItem::DerefMutMethod);
  if (!trait.isValid() || !method.isValid())
    return;
  Predicate predicate;
  predicate.kind = Predicate::Kind::Trait;
  predicate.trait = {trait, args};
  const Answer answer = infer_.evaluate(predicate);
  if (answer == Answer::No)
    return;
  if (answer == Answer::Unknown) {
    sink_.declineFeature(spanOf(call), "mutable access through `" + print(self) + "`");
    return;
  }
  Obligation obligation;
  obligation.predicate = predicate;
  obligation.span = spanOf(call);
  infer_.require(obligation);
  Expr &function = node(callee);
  function.def = method;
  function.ty = types_.fnDef(method, args);
  auto mutableRef = [&](ExprId expr) {
    Ty ty = infer_.shallow(typeOf(expr));
    if (is(ty, TyKind::Ref))
      node(expr).ty = types_.ref(Region::erased(), data(ty).element(), Mutability::Mut);
  };
  node(borrow).mutability = Mutability::Mut;
  mutableRef(borrow);
  for (ExprId receiver = node(call).list[0]; receiver != borrow; receiver = node(receiver).a)
    mutableRef(receiver);
  mutableRef(call);
}

} // namespace lien::typeck
