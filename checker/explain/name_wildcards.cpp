#include "checker/explain/name_wildcards.hpp"

namespace lien {

using typed::ExprId;
using typed::ExprKind;

template <typename Visit> bool WildcardNamer::findMatched(const WayEnd &end, Visit visit) const {
  for (ExprId at = end.expr; at.isValid();) {
    const ValueWays::Around around = ways_.around(at);
    if (around.expr.isValid()) {
      if (visit(patternAbove(around.expr, at)))
        return true;
      at = around.expr;
      continue;
    }
    if (!around.block.isValid())
      return false;
    const typed::Block &block = body_.blocks[around.block];
    for (std::uint32_t i = std::min<std::uint32_t>(around.statement, block.stmts.size()); i-- > 0;)
      if (const typed::Stmt &stmt = block.stmts[i]; stmt.kind == typed::Stmt::Kind::Let && stmt.expr.isValid() && visit(Matched{stmt.pat, stmt.expr}))
        return true;
    at = ways_.around(around.block).expr;
  }
  return false;
}

bool WildcardNamer::nameWhatIsLeft(const WayEnd &end) {
  return findMatched(end, [&](Matched matched) { return nameIn(matched, end.state); });
}

ExprId WildcardNamer::scrutineeBefore(const WayEnd &end) const {
  ExprId found;
  findMatched(end, [&](Matched matched) {
    if (!matched.pat.isValid() || !ways_.stepsCovered(matched.scrutinee) || !movesOut(matched.pat))
      return false;
    found = matched.scrutinee;
    return true;
  });
  return found;
}

void WildcardNamer::nameEverywhere() {
  const auto name = [&](typed::PatId pat, ExprId scrutinee) {
    if (scrutinee.isValid() && ways_.stepsCovered(scrutinee) && movesOut(pat))
      nameAll(pat);
  };
  for (const typed::Expr &expr : body_.exprs) {
    if (expr.kind == ExprKind::Let)
      name(expr.pat, expr.a);
    for (const typed::Arm &arm : expr.arms)
      name(arm.pat, expr.a);
  }
  for (const typed::Block &block : body_.blocks)
    for (const typed::Stmt &stmt : block.stmts)
      if (stmt.kind == typed::Stmt::Kind::Let)
        name(stmt.pat, stmt.expr);
}

/// What was matched when `branch` of `outer` is entered.
WildcardNamer::Matched WildcardNamer::patternAbove(ExprId outer, ExprId branch) const {
  const typed::Expr &expr = body_.exprs[outer];
  for (const typed::Arm &arm : expr.arms)
    if (arm.body == branch)
      return {arm.pat, expr.a};
  if (expr.kind == ExprKind::If && branch == expr.b && body_.exprs[expr.a].kind == ExprKind::Let)
    return {body_.exprs[expr.a].pat, body_.exprs[expr.a].a};
  return {};
}

bool WildcardNamer::nameIn(Matched matched, ValueState state) {
  const std::optional<std::size_t> depth = matched.pat.isValid() ? ways_.stepsCovered(matched.scrutinee) : std::nullopt;
  if (!depth)
    return false;
  if (state.isParted())
    return movesOut(matched.pat) && nameAll(matched.pat);
  const typed::PatId wildcard = ways_.wildcardFor(matched.pat, *depth);
  return wildcard.isValid() && wildcard != matched.pat && nameOne(wildcard);
}

bool WildcardNamer::movesOut(typed::PatId id) const {
  const typed::Pat &pat = body_.pats[id];
  if (pat.kind == typed::PatKind::Binding)
    return pat.mode == typed::BindingMode::Move && needsDrop(pat.ty);
  return llvm::any_of(pat.fields, [&](const typed::FieldPattern &field) { return movesOut(field.pat); });
}

/// Every `_` for a value that needs a drop.
bool WildcardNamer::nameAll(typed::PatId id) {
  const typed::Pat &pat = body_.pats[id];
  if (pat.kind == typed::PatKind::Wild)
    return !needsDrop(pat.ty) || nameOne(id);
  return llvm::all_of(pat.fields, [&](const typed::FieldPattern &field) { return nameAll(field.pat); });
}

bool WildcardNamer::nameOne(typed::PatId wildcard) {
  if (edits_.text(body_.pats[wildcard].span) != "_")
    return false;
  if (llvm::is_contained(named_, wildcard))
    return true;
  std::string name = "_rest";
  for (unsigned i = 2; edits_.hasWord(name) || llvm::is_contained(new_names_, name); ++i)
    name = "_rest_" + std::to_string(i);
  edits_.replace(body_.pats[wildcard].span, name);
  named_.push_back(wildcard);
  new_names_.push_back(name);
  return true;
}

} // namespace lien
