#include "checker/explain/scrutinees.hpp"

namespace lien {

Scrutinees::Scrutinees(const JudgedBody &judged) : judged_(judged) {
  const typed::TypedBody *body = judged.typed();
  if (body == nullptr)
    return;
  by_source_.resize(body->locals.size());
  gatherMatchedPlaces();
  for (const typed::Expr &expr : body->exprs) {
    if (expr.kind == typed::ExprKind::Let && expr.a.isValid())
      addPattern(expr.pat, {body->exprs[expr.a].span, matchedPlace(body->exprs[expr.a].span)});
    if (expr.kind == typed::ExprKind::Match && expr.a.isValid())
      for (const typed::Arm &arm : expr.arms)
        addPattern(arm.pat, {body->exprs[expr.a].span, matchedPlace(body->exprs[expr.a].span)});
  }
  for (const typed::Block &block : body->blocks) {
    for (const typed::Stmt &stmt : block.stmts) {
      if (stmt.kind != typed::Stmt::Kind::Let || !stmt.expr.isValid())
        continue;
      const typed::Pat &pattern = body->pats[stmt.pat];
      bool is_plain = pattern.kind == typed::PatKind::Binding && pattern.mode == typed::BindingMode::Move && !pattern.sub.isValid();
      Span span = body->exprs[stmt.expr].span;
      addPattern(stmt.pat, {span, is_plain ? mir::PlaceId() : matchedPlace(span)});
    }
  }
  for (std::size_t i = 0; i < body->params.size(); ++i) {
    mir::LocalId argument(i + 1);
    if (judged.mir().locals[argument].name.empty())
      addPattern(body->params[i].pat, {body->pats[body->params[i].pat].span, judged.data[judged.data.ofLocal(argument)].place});
  }
}

void Scrutinees::gatherMatchedPlaces() {
  for (const mir::Statement &statement : judged_.mir().statements)
    if (statement.kind == mir::StatementKind::PlaceMention)
      matched_.try_emplace({statement.span.lo(), statement.span.hi()}, statement.place);
}

mir::PlaceId Scrutinees::matchedPlace(Span span) const { return matched_.lookup({span.lo(), span.hi()}); }

void Scrutinees::addPattern(typed::PatId pattern, const Scrutinee &scrutinee) {
  const typed::TypedBody &body = *judged_.typed();
  llvm::SmallVector<typed::PatId, 8> todo{pattern};
  while (!todo.empty()) {
    typed::PatId id = todo.pop_back_val();
    if (!id.isValid())
      continue;
    const typed::Pat &pat = body.pats[id];
    if (pat.kind == typed::PatKind::Binding && pat.local.isValid())
      by_source_[pat.local.index()] = scrutinee;
    todo.push_back(pat.sub);
    todo.push_back(pat.rest);
    for (const typed::FieldPattern &field : pat.fields)
      todo.push_back(field.pat);
    todo.append(pat.prefix.begin(), pat.prefix.end());
    todo.append(pat.suffix.begin(), pat.suffix.end());
  }
}

const Scrutinee *Scrutinees::of(mir::LocalId variable) const {
  const mir::LocalDecl &decl = judged_.mir().locals[variable];
  if (decl.kind != mir::LocalKind::Variable || !decl.source.isValid() || decl.source.index() >= by_source_.size() || !by_source_[decl.source.index()])
    return nullptr;
  return &*by_source_[decl.source.index()];
}

} // namespace lien
