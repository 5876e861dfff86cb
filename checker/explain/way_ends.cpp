#include "checker/explain/way_ends.hpp"

#include "diagnostics/stack_guard.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

using typed::BlockId;
using typed::Desugar;
using typed::ExprId;
using typed::ExprKind;

namespace {

bool isJump(ExprKind kind) { return kind == ExprKind::Return || kind == ExprKind::Break || kind == ExprKind::Continue; }
bool sameText(Span a, Span b) { return a.lo() == b.lo() && a.hi() == b.hi(); }

class EndFinder {
public:
  EndFinder(const JudgedBody &judged, const ValueWays &ways) : body_(*judged.typed()), ways_(ways) {
    for (std::uint32_t i = 0; i < body_.exprs.size(); ++i)
      if (const typed::Expr &expr = body_.exprs[ExprId(i)]; expr.target.isValid())
        (expr.kind == ExprKind::Break ? breaks_ : continues_).emplace_back(i);
  }

  bool settle(const AmbiguousDrop &drop) {
    switch (drop.exit) {
    case mir::ExitKind::Scope:
      return settleHome();
    case mir::ExitKind::Assign:
      return settleBefore(findAssignment(drop.at));
    case mir::ExitKind::Return:
    case mir::ExitKind::Break:
    case mir::ExitKind::Continue:
    case mir::ExitKind::Question:
      return settleBefore(find(drop.at, [](const typed::Expr &expr) { return isJump(expr.kind); }));
    case mir::ExitKind::None:
      break;
    }
    return false;
  }

  llvm::SmallVector<WayEnd, 4> take() && { return std::move(ends_); }

private:
  template <typename Is> ExprId find(Span span, Is is) const {
    for (std::uint32_t i = 0; i < body_.exprs.size(); ++i)
      if (const typed::Expr &expr = body_.exprs[ExprId(i)]; is(expr) && sameText(expr.span, span))
        return ExprId(i);
    return {};
  }

  /// By what it assigns to.
  [[nodiscard]] ExprId findAssignment(Span target) const {
    for (std::uint32_t i = 0; i < body_.exprs.size(); ++i)
      if (const typed::Expr &expr = body_.exprs[ExprId(i)]; expr.kind == ExprKind::Assign && sameText(body_.exprs[expr.a].span, target))
        return ExprId(i);
    return {};
  }

  /// The ways that have met when `expr` is done with its parts and acts.
  bool settleBefore(ExprId expr) {
    if (!expr.isValid())
      return false;
    const bool is_jump = isJump(body_.exprs[expr].kind);
    const ValueState state = is_jump ? ways_.after(expr) : ways_.after(body_.exprs[expr].b);
    if (state.isIntact()) {
      ends_.push_back({WayEnd::Kind::Jump, expr, state, {}});
      return true;
    }
    if (const ExprId part = partThatMeets(expr, {}); part.isValid())
      return settleInside(part);
    return climbFrom(expr);
  }

  /// Of `expr`'s parts in front of `end` (invalid: all) the last in which ways meet.
  [[nodiscard]] ExprId partThatMeets(ExprId expr, ExprId end) const {
    ExprId found;
    for (const ExprId part : partsOf(body_, expr)) {
      if (part == end)
        break;
      if (ways_.after(part).isMixed() && !ways_.before(part).isMixed())
        found = part;
    }
    return found;
  }
  [[nodiscard]] ExprId statementThatMeets(BlockId block, std::size_t count) const {
    for (std::size_t i = count; i-- > 0;)
      if (ways_.afterStatements(block, i + 1).isMixed() && !ways_.afterStatements(block, i).isMixed())
        return body_.blocks[block].stmts[i].expr;
    return {};
  }

  /// `expr` is reached with a state that depends: goes back to where the ways met.
  bool climbFrom(ExprId expr) {
    for (;;) {
      if (!ways_.before(expr).isMixed())
        return false;
      ValueWays::Around around = ways_.around(expr);
      if (around.expr.isValid()) {
        if (!ways_.before(around.expr).isMixed()) {
          const ExprId part = partThatMeets(around.expr, expr);
          return part.isValid() && settleInside(part);
        }
        expr = around.expr;
        continue;
      }
      for (;;) {
        if (!around.block.isValid())
          return false;
        if (const ExprId met = statementThatMeets(around.block, around.statement); met.isValid())
          return settleInside(met);
        const ValueWays::Around outer = ways_.around(around.block);
        if (outer.expr.isValid()) {
          expr = outer.expr;
          break;
        }
        around = outer; // `let … else`
      }
      if (body_.exprs[expr].kind == ExprKind::Loop) {
        settleHead(expr);
        if (!ways_.before(expr).isMixed())
          return true;
      }
    }
  }

  /// The way into a loop meets the ways back: what still has the value on either is an end. Ways back on which it depends are settled where they meet in the
  /// loop, if they do: otherwise they hand on what came in.
  bool settleHead(ExprId loop) {
    if (!heads_.insert(loop.value).second)
      return true;
    const ValueState before = ways_.before(loop);
    if (before.isSettled())
      ends_.push_back({WayEnd::Kind::BeforeLoop, loop, before, {}});
    for (const ExprId jump : continues_)
      if (body_.exprs[jump].target == loop)
        addBack({WayEnd::Kind::Jump, jump, ways_.after(jump), {}});
    addEndOfBody(loop);
    return true;
  }
  void addBack(const WayEnd &end) {
    if (end.state.isSettled())
      ends_.push_back(end);
    else if (end.kind == WayEnd::Kind::Round && end.state.isMixed())
      settleEnd(end.block);
  }
  void addEndOfBody(ExprId loop) {
    const BlockId block = body_.exprs[loop].block;
    if (body_.exprs[loop].desugar == Desugar::None)
      return addBack({WayEnd::Kind::Round, loop, ways_.atEnd(block), block});
    const typed::Block &data = body_.blocks[block];
    const typed::Expr &step = body_.exprs[written(body_, data.tail.isValid() ? data.tail : data.stmts.front().expr)];
    const ExprId body = written(body_, step.kind == ExprKind::If ? step.b : step.arms.back().body);
    if (isBracedBlock(body_.exprs[body]))
      addBack({WayEnd::Kind::Round, body, ways_.atEnd(body_.exprs[body].block), body_.exprs[body].block});
  }

  bool settleHome() {
    const BlockId block = ways_.homeBlock();
    if (!block.isValid())
      return ways_.after(ways_.homeExpr()).isIntact() ? settleBranch(ways_.homeExpr()) : settleEnd(ways_.homeExpr());
    if (!ways_.atEnd(block).isIntact())
      return settleEnd(block);
    if (!ways_.around(block).expr.isValid())
      return false;
    ends_.push_back({WayEnd::Kind::Block, ways_.around(block).expr, ways_.atEnd(block), block});
    return true;
  }

  bool settleEnd(BlockId block) {
    const typed::Block &data = body_.blocks[block];
    if (!ways_.atEnd(block).isMixed())
      return false;
    if (data.tail.isValid() && ways_.after(data.tail).isMixed() && !ways_.before(data.tail).isMixed())
      return settleInside(data.tail);
    if (const ExprId met = statementThatMeets(block, data.stmts.size()); met.isValid())
      return settleInside(met);
    const ValueWays::Around outer = ways_.around(block);
    return outer.expr.isValid() && body_.exprs[outer.expr].kind == ExprKind::Loop ? settleHead(outer.expr) : false;
  }
  bool settleEnd(ExprId expr) { return ways_.after(expr).isMixed() && !ways_.before(expr).isMixed() && settleInside(expr); }

  /// Ways meet in `id`, which is reached with a state that does not depend: finds their ends.
  bool settleInside(ExprId id) {
    if (!id.isValid() || StackGuard::exhausted())
      return false;
    if (!done_.insert(id.value).second)
      return true;
    const typed::Expr &expr = body_.exprs[id];
    switch (expr.kind) {
    case ExprKind::Block:
      return settleBlock(id);
    case ExprKind::If:
      return settleIf(id);
    case ExprKind::Match:
      return settleMatch(id);
    case ExprKind::Loop:
      return settleLoop(id);
    case ExprKind::Logical:
      return settleLogical(id);
    default: {
      const ExprId part = partThatMeets(id, {});
      return part.isValid() && settleInside(part);
    }
    }
  }

  bool settleBlock(ExprId id) {
    const typed::Expr &expr = body_.exprs[id];
    const ValueState end = ways_.atEnd(expr.block);
    if (!expr.label_target)
      return settleEnd(expr.block);
    if (!settleBreaks(id))
      return false;
    if (end.isMixed())
      return settleEnd(expr.block);
    if (end.isReached())
      ends_.push_back({WayEnd::Kind::Block, id, end, expr.block});
    return true;
  }

  bool settleBreaks(ExprId target) {
    for (const ExprId jump : breaks_) {
      const typed::Expr &expr = body_.exprs[jump];
      if (expr.target != target || expr.desugar != Desugar::None)
        continue;
      const ValueState state = ways_.after(jump);
      if (state.isMixed() ? !settleBefore(jump) : false)
        return false;
      if (state.isSettled())
        ends_.push_back({WayEnd::Kind::Jump, jump, state, {}});
    }
    return true;
  }

  /// The end of a branch or arm.
  bool settleBranch(ExprId branch) {
    const ValueState state = ways_.after(branch);
    if (!state.isReached())
      return true;
    if (state.isMixed())
      return ways_.before(branch).isMixed() ? condition_settled_ : settleInside(branch);
    const ExprId inner = written(body_, branch);
    if (body_.exprs[inner].kind == ExprKind::If && !isBracedBlock(body_.exprs[inner]) && isElseIf(branch))
      return settleIf(inner); // no place between `else` and `if`: the end is in each of its branches
    const bool is_block = isBracedBlock(body_.exprs[inner]);
    ends_.push_back({is_block ? WayEnd::Kind::Block : WayEnd::Kind::Value, inner, state, is_block ? body_.exprs[inner].block : BlockId()});
    return true;
  }
  [[nodiscard]] bool isElseIf(ExprId branch) const {
    const ExprId around = ways_.around(branch).expr;
    return around.isValid() && body_.exprs[around].kind == ExprKind::If && body_.exprs[around].c == branch;
  }

  bool settleIf(ExprId id) {
    const typed::Expr &expr = body_.exprs[id];
    const bool before = condition_settled_;
    condition_settled_ = ways_.after(expr.a).isMixed() && !ways_.before(expr.a).isMixed() && settleInside(expr.a);
    bool settled = settleBranch(expr.b);
    if (expr.desugar == Desugar::WhileIf) {
      condition_settled_ = before;
      return false; // reached through its loop only
    }
    if (settled && expr.c.isValid())
      settled = settleBranch(expr.c);
    else if (settled)
      settled = settleMissingElse(id);
    condition_settled_ = before;
    return settled;
  }

  bool settleMissingElse(ExprId id) {
    // Nothing is evaluated between the condition's failure and the end: what reaches the end is what left the branch and what failed.
    const typed::Expr &expr = body_.exprs[id];
    const ValueState failed = failedState(expr.a);
    if (failed.isMixed())
      return condition_settled_;
    if (failed.isReached())
      ends_.push_back({WayEnd::Kind::MissingElse, id, failed, {}});
    return true;
  }
  [[nodiscard]] ValueState failedState(ExprId condition) const { return ways_.whenFalse(condition); }

  bool settleMatch(ExprId id) {
    const typed::Expr &expr = body_.exprs[id];
    if (expr.desugar == Desugar::TryMatch) {
      const ExprId part = partThatMeets(id, {});
      return part.isValid() && settleInside(part);
    }
    if (ways_.after(expr.a).isMixed())
      return !ways_.before(expr.a).isMixed() && settleInside(expr.a);
    return llvm::all_of(expr.arms, [&](const typed::Arm &arm) { return settleBranch(arm.body); });
  }

  bool settleLoop(ExprId id) {
    const typed::Expr &loop = body_.exprs[id];
    if (ways_.atStart(loop.block).isMixed())
      return settleHead(id);
    if (!settleBreaks(id))
      return false;
    for (const ExprId jump : ownBreaks(id)) {
      const ValueState state = ways_.after(jump);
      if (state.isMixed())
        return false;
      if (state.isReached())
        ends_.push_back({WayEnd::Kind::LoopEnd, id, state, {}});
    }
    return true;
  }
  /// Of a `while` or `for`: where its condition fails.
  [[nodiscard]] llvm::SmallVector<ExprId, 1> ownBreaks(ExprId loop) const {
    llvm::SmallVector<ExprId, 1> found;
    for (const ExprId jump : breaks_)
      if (body_.exprs[jump].target == loop && body_.exprs[jump].desugar != Desugar::None)
        found.push_back(jump);
    return found;
  }

  bool settleLogical(ExprId id) {
    const typed::Expr &expr = body_.exprs[id];
    const ValueState skipped = ways_.after(expr.a), end = ways_.after(expr.b);
    if (skipped.isMixed())
      return settleInside(expr.a);
    if (end.isMixed())
      return settleInside(expr.b);
    if (end.isOwned())
      return false;
    ends_.push_back({WayEnd::Kind::ShortCircuit, id, skipped, {}});
    return true;
  }

  const typed::TypedBody &body_;
  const ValueWays &ways_;
  std::vector<ExprId> breaks_, continues_;
  llvm::SmallVector<WayEnd, 4> ends_;
  llvm::DenseSet<std::uint32_t> done_, heads_;
  bool condition_settled_ = false;
};

bool isFree(const typed::TypedBody &body, ExprId id, unsigned depth = 0) {
  const typed::Expr &expr = body.exprs[id];
  const auto free = [&](ExprId part) { return depth < 8 && isFree(body, part, depth + 1); };
  switch (expr.kind) {
  case ExprKind::Literal:
  case ExprKind::Local:
  case ExprKind::Constant:
  case ExprKind::FnItem:
    return true;
  case ExprKind::Tuple:
    return llvm::all_of(expr.list, free);
  case ExprKind::Adt:
    return !expr.a.isValid() && llvm::all_of(expr.fields, [&](const typed::FieldValue &field) { return free(field.value); });
  default:
    return false;
  }
}

bool canStandEarlier(const typed::TypedBody &body, ExprId id) {
  const typed::Expr &expr = body.exprs[written(body, id)];
  return isJump(expr.kind) && expr.desugar == Desugar::None && (!expr.a.isValid() || isFree(body, expr.a));
}

} // namespace

std::optional<llvm::SmallVector<WayEnd, 4>> findWayEnds(const JudgedBody &judged, const ValueWays &ways, const AmbiguousDrop &drop) {
  EndFinder finder(judged, ways);
  if (!finder.settle(drop))
    return std::nullopt;
  return std::move(finder).take();
}

Afterwards afterwards(const typed::TypedBody &body, const ValueWays &ways, ExprId expr) {
  Afterwards after{Afterwards::Kind::Function, {}, true};
  while (expr != body.value) {
    const ValueWays::Around around = ways.around(expr);
    if (around.expr.isValid()) {
      const typed::Expr &outer = body.exprs[around.expr];
      const bool is_branch = (outer.kind == ExprKind::If && expr != outer.a) ||
                             (outer.kind == ExprKind::Match && expr != outer.a && outer.desugar != Desugar::TryMatch) || outer.kind == ExprKind::Coerce;
      if (outer.kind == ExprKind::Return && outer.desugar == Desugar::None)
        return after;
      if (!is_branch || llvm::any_of(outer.arms, [&](const typed::Arm &arm) { return arm.guard == expr; }))
        return {Afterwards::Kind::Other, {}, false};
      expr = around.expr;
      continue;
    }
    if (!around.block.isValid())
      return {Afterwards::Kind::Other, {}, false};
    const typed::Block &block = body.blocks[around.block];
    const std::size_t count = block.stmts.size();
    if (around.statement < count) {
      after.keeps_value = false;
      if (block.stmts[around.statement].kind == typed::Stmt::Kind::Let)
        return {Afterwards::Kind::Other, {}, false};
      const std::size_t next = around.statement + 1;
      const bool is_last = next == count;
      const ExprId following = is_last ? block.tail : block.stmts[next].kind == typed::Stmt::Kind::Expr ? block.stmts[next].expr : ExprId();
      if (following.isValid() && canStandEarlier(body, following))
        return {Afterwards::Kind::Jump, written(body, following), false};
      if (following.isValid() && is_last && isFree(body, following)) {
        const Afterwards end = afterwards(body, ways, following);
        if (end.kind == Afterwards::Kind::Function && end.keeps_value)
          return {Afterwards::Kind::Tail, following, false};
      }
      if (!is_last || following.isValid())
        return {Afterwards::Kind::Other, {}, false};
    }
    const ExprId owner = ways.around(around.block).expr;
    if (!owner.isValid())
      return {Afterwards::Kind::Other, {}, false};
    if (body.exprs[owner].kind == ExprKind::Loop)
      return {Afterwards::Kind::Loop, owner, false};
    expr = owner;
  }
  return after;
}

} // namespace lien
