#include "checker/explain/loop_heads.hpp"

namespace lien {

namespace {

/// The block that the source writes as the loop's body; a `for` or `while` hides it in what it stands for.
Span bodyOf(const typed::TypedBody &body, const typed::Expr &loop) {
  const typed::Block &block = body.blocks[loop.block];
  typed::ExprId inner = block.tail.isValid() ? block.tail : !block.stmts.empty() ? block.stmts.front().expr : typed::ExprId();
  if (!inner.isValid())
    return block.span;
  const typed::Expr &step = body.exprs[inner];
  if (loop.desugar == typed::Desugar::WhileLoop && step.desugar == typed::Desugar::WhileIf)
    return body.exprs[step.b].span;
  if (loop.desugar == typed::Desugar::ForLoop && step.desugar == typed::Desugar::ForNextMatch && step.arms.size() == 2)
    return body.exprs[step.arms[1].body].span;
  return block.span;
}

} // namespace

llvm::SmallVector<Span, 2> loopHeadsAround(const JudgedBody &judged, Span inside, Span declared) {
  llvm::SmallVector<Span, 2> heads;
  if (judged.typed() == nullptr)
    return heads;
  const typed::TypedBody &body = *judged.typed();
  for (const typed::Expr &loop : body.exprs) {
    if (loop.kind != typed::ExprKind::Loop || !loop.span.contains(inside))
      continue;
    Span repeated = bodyOf(body, loop);
    bool is_head_repeated = loop.desugar != typed::Desugar::ForLoop; // what a `for` walks over is computed once
    if ((!is_head_repeated && !repeated.contains(inside)) || loop.span.contains(declared))
      continue;
    // A label is not part of the head; `loop` stands right before its block.
    bool is_plain = loop.desugar == typed::Desugar::None && repeated.lo() >= loop.span.lo() + 5;
    std::uint32_t lo = is_plain ? repeated.lo() - 5 : loop.span.lo();
    heads.push_back(Span(lo, std::max(lo + 1, repeated.lo() - 1)));
  }
  llvm::sort(heads, [](Span a, Span b) { return a.lo() > b.lo(); });
  return heads;
}

} // namespace lien
