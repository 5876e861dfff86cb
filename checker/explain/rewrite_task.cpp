#include "checker/explain/rewrite_task.hpp"

namespace lien {

using typed::ExprId;
using typed::ExprKind;

mir::PlaceId nameablePart(const mir::Body &body, mir::PlaceId place) {
  mir::PlaceId whole = place;
  for (mir::PlaceId at = place; body.places[at].base.isValid(); at = body.places[at].base) {
    const mir::ProjectionKind step = body.places[at].step.kind;
    if (step != mir::ProjectionKind::Field && step != mir::ProjectionKind::Deref)
      whole = body.places[at].base;
  }
  return whole;
}

RewriteTask::RewriteTask(const JudgedBody &judged_body, const AmbiguousDrop &ambiguous_drop, SourceText source_text, ValueWays::Follow ways_to_follow)
    : judged(judged_body), drop(ambiguous_drop), source(source_text), follow(ways_to_follow), body(*judged.typed()), names(judged),
      whole(nameablePart(judged.mir(), judged.data[drop.value].place)),
      ways(judged, follow == ValueWays::Follow::Whole ? judged.data.find(whole).path : drop.value, whole, follow) {}

bool RewriteTask::findEnds() {
  if (!ways.isComplete())
    return false;
  auto found = findWayEnds(judged, ways, drop);
  if (!found)
    return false;
  ends = std::move(*found);
  ValueState gone;
  for (const WayEnd &end : ends)
    if (end.state.isGone())
      gone |= end.state;
  const std::optional<std::string> whole_name = names.name(whole, PlaceNames::Variants::Hidden);
  was_never_given = gone.isOnlyUnset();
  if (was_never_given || !whole_name)
    return false;
  name = *whole_name;
  return true;
}

bool RewriteTask::mentions(Span within) const {
  return llvm::any_of(body.exprs,
                      [&](const typed::Expr &expr) { return expr.kind == ExprKind::Local && expr.local == ways.root() && within.contains(expr.span); });
}

bool RewriteTask::hasLet(ExprId condition) const {
  const Span within = body.exprs[condition].span;
  return llvm::any_of(body.exprs, [&](const typed::Expr &expr) { return expr.kind == ExprKind::Let && within.contains(expr.span); });
}

bool RewriteTask::isStatement(ExprId expr) const {
  for (ValueWays::Around around = ways.around(expr); around.expr.isValid(); around = ways.around(expr)) {
    if (body.exprs[around.expr].kind != ExprKind::Coerce)
      return false;
    expr = around.expr;
  }
  const ValueWays::Around around = ways.around(expr);
  if (!around.block.isValid())
    return false;
  const typed::Block &block = body.blocks[around.block];
  return around.statement >= block.stmts.size() || block.stmts[around.statement].kind == typed::Stmt::Kind::Expr;
}

} // namespace lien
