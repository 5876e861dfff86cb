#include "checker/explain/unassigned_branches.hpp"

namespace lien {

namespace {

bool isBefore(Span a, Span b) { return a.lo() != b.lo() ? a.lo() < b.lo() : a.hi() < b.hi(); }
bool overlap(Span a, Span b) { return a.lo() < b.hi() && b.lo() < a.hi(); }

class BranchFinder {
public:
  BranchFinder(const JudgedBody &judged, const EmptyUse &use) : judged_(judged), use_span_(judged.flow.spanAt(use.at)) {
    for (const Init &init : judged.data.inits())
      if (init.path == use.path && init.kind != InitKind::Argument)
        assignments_.push_back(judged.flow.spanAt(init.at));
  }

  UnassignedBranches find() && {
    if (const typed::TypedBody *body = judged_.typed()) {
      gatherStatements(*body);
      for (const typed::Expr &expr : body->exprs)
        lookAt(*body, expr);
    }
    bool later_branch = llvm::any_of(all_, [&](const UnassignedBranches::Way &way) { return isBefore(use_span_, way.span) && !way.span.contains(use_span_); });
    UnassignedBranches found;
    found.is_assigned_elsewhere = !later_branch && llvm::any_of(assignments_, [&](Span span) { return !span.contains(use_span_); });
    for (UnassignedBranches::Way &way : all_)
      if (comesBeforeUse(way.span))
        found.ways.push_back(std::move(way));
    if (found.ways.empty())
      for (Span span : assignments_)
        if (comesBeforeUse(span) && llvm::none_of(found.ways, [&](const UnassignedBranches::Way &way) { return way.span == span; }))
          found.ways.push_back({span, "binding initialized here in some conditions", "", false});
    return found;
  }

private:
  [[nodiscard]] bool comesBeforeUse(Span span) const { return isBefore(span, use_span_) && !overlap(span, use_span_); }
  /// Assignments that are statements of their own: only those make a branch one that assigns.
  void gatherStatements(const typed::TypedBody &body) {
    for (const typed::Block &block : body.blocks)
      for (const typed::Stmt &stmt : block.stmts)
        if (stmt.kind == typed::Stmt::Kind::Expr && llvm::is_contained(assignments_, body.exprs[stmt.expr].span))
          statements_.push_back(body.exprs[stmt.expr].span);
  }
  [[nodiscard]] bool assigns(Span within) const {
    return llvm::any_of(statements_, [&](Span span) { return within.contains(span); });
  }
  void add(Span span, std::string before, std::string after) { all_.push_back({span, std::move(before), std::move(after), true}); }

  void lookAt(const typed::TypedBody &body, const typed::Expr &expr) {
    if (expr.kind == typed::ExprKind::If)
      return lookAtIf(body, expr);
    if (expr.kind == typed::ExprKind::Match)
      return lookAtMatch(body, expr);
  }

  void lookAtIf(const typed::TypedBody &body, const typed::Expr &expr) {
    Span condition = body.exprs[expr.a].span, then = body.exprs[expr.b].span;
    if (!expr.c.isValid()) {
      if (!assigns(then))
        return;
      add(condition, "if this `if` condition is `false`, ", " is not initialized");
      add(expr.span.shrinkToHi(), "an `else` arm might be missing here, initializing ", "");
      return;
    }
    Span otherwise = body.exprs[expr.c].span;
    bool in_then = assigns(then), in_else = assigns(otherwise);
    if (in_then == in_else)
      return;
    if (expr.desugar == typed::Desugar::WhileIf) {
      if (in_then)
        add(condition, "if this condition isn't met and the `while` loop runs 0 times, ", " is not initialized");
    } else if (in_then) {
      add(Span(then.hi(), otherwise.lo()), "if the `if` condition is `false` and this `else` arm is executed, ", " is not initialized");
    } else {
      add(condition, "if this condition is `true`, ", " is not initialized");
    }
  }

  void lookAtMatch(const typed::TypedBody &body, const typed::Expr &expr) {
    auto assignsIn = [&](const typed::Arm &arm) { return assigns(body.exprs[arm.body].span); };
    if (!llvm::any_of(expr.arms, assignsIn))
      return;
    for (const typed::Arm &arm : expr.arms) {
      const typed::Expr &value = body.exprs[arm.body];
      if (assignsIn(arm) || judged_.types.store().is(value.ty, TyKind::Never))
        continue;
      Span pattern = body.pats[arm.pat].span;
      if (expr.desugar == typed::Desugar::ForNextMatch)
        add(body.exprs[expr.a].span, "if the `for` loop runs 0 times, ", " is not initialized");
      else if (arm.guard.isValid())
        add(pattern.to(body.exprs[arm.guard].span), "if this pattern and condition are matched, ", " is not initialized");
      else
        add(pattern, "if this pattern is matched, ", " is not initialized");
    }
  }

  const JudgedBody &judged_;
  Span use_span_;
  std::vector<Span> assignments_, statements_;
  std::vector<UnassignedBranches::Way> all_;
};

} // namespace

UnassignedBranches findUnassignedBranches(const JudgedBody &judged, const EmptyUse &use) { return BranchFinder(judged, use).find(); }

} // namespace lien
