// The end of inference: every type in the typed body becomes what was found out; what is left undetermined is E0282.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

Ty BodyChecker::final(Ty ty) {
  if (!ty.inOverlay() && !types_.has(ty, TypeFlags::HasProjection))
    return ty;
  return infer_.resolve(ty);
}

void BodyChecker::writeback() {
  for (typed::Local &local : body_->locals) {
    local.ty = final(local.ty);
    undetermined(local.ty, local.span);
  }
  for (typed::Expr &expr : body_->exprs) {
    expr.ty = final(expr.ty);
    if (!expr.args.empty())
      expr.args = infer_.resolve(expr.args);
    undetermined(expr.ty, expr.span);
    if ((expr.kind == ExprKind::Break || expr.kind == ExprKind::Continue) && !moved_targets_.empty())
      for (const auto &[from, to] : moved_targets_)
        if (expr.target == from)
          expr.target = to;
  }
  for (typed::Pat &pat : body_->pats)
    pat.ty = final(pat.ty);
  for (typed::UserType &type : body_->user_types)
    type.ty = final(type.ty);
}

void BodyChecker::undetermined(Ty ty, Span span) {
  if (types_.has(ty, TypeFlags::HasInferType) && !types_.has(ty, TypeFlags::HasError | TypeFlags::HasUnknown))
    annotationsNeeded(span.absoluteFrom(body_->base), ty);
}

} // namespace lien::typeck
