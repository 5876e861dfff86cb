#include "checker/explain/borrow_causes.hpp"

namespace lien {

namespace {

class BorrowExplainer {
public:
  explicit BorrowExplainer(const BorrowContext &context) : context_(context), body_(context.mir()), extents_(context) {}

  std::vector<BorrowCause> explain(const BorrowViolations &violations) && {
    for (const BorrowConflict &conflict : violations.conflicts)
      explainConflict(conflict);
    return std::move(causes_);
  }

private:
  void explainConflict(const BorrowConflict &conflict) {
    const Loan &loan = context_.loans[conflict.loan];
    bool is_fake = loan.kind == mir::BorrowKind::Fake || loan.kind == mir::BorrowKind::FakeShallow;
    switch (conflict.kind) {
    case ConflictKind::Copy:
      return add(BorrowCause::Kind::Use, conflict);
    case ConflictKind::SharedBorrow:
    case ConflictKind::FakeBorrow:
      return add(BorrowCause::Kind::Borrow, conflict);
    case ConflictKind::MutBorrow:
      return add(is_fake ? BorrowCause::Kind::GuardAssignment : BorrowCause::Kind::Borrow, conflict);
    case ConflictKind::Mutate:
    case ConflictKind::Replace:
      return add(is_fake ? BorrowCause::Kind::GuardAssignment : BorrowCause::Kind::Assignment, conflict);
    case ConflictKind::Move:
      return add(BorrowCause::Kind::Move, conflict);
    case ConflictKind::StorageDead:
    case ConflictKind::Drop:
      return explainEnd(conflict, loan);
    }
  }

  void add(BorrowCause::Kind kind, const BorrowConflict &conflict) {
    LoanExtent extent =
        kind == BorrowCause::Kind::GuardAssignment ? LoanExtent(Unexplained{}) : extents_.explain(conflict.at, context_.loans[conflict.loan], {});
    causes_.push_back({kind, conflict, std::move(extent), {}});
  }

  /// What is borrowed ends. Its end may stand in the graph several times, for each way out.
  void explainEnd(const BorrowConflict &conflict, const Loan &loan) {
    mir::LocalId root = body_.places[loan.borrowed].local;
    std::pair<mir::LocalId, Span> key{root, context_.flow().spanAt(loan.at)};
    if (llvm::is_contained(ended_, key))
      return;
    ended_.push_back(key);
    bool has_name = isNamedByUser(body_, root);
    BorrowCause cause{has_name ? BorrowCause::Kind::EndOfVariable : BorrowCause::Kind::EndOfTemporary,
                      conflict,
                      extents_.explain(conflict.at, loan, conflict.at_exit || !has_name ? mir::PlaceId() : conflict.accessed),
                      {}};
    std::optional<Ty> destructor = destructorBetween(loan.borrowed);
    if (destructor && !isPrefix(loan.borrowed, conflict.accessed)) {
      cause.kind = BorrowCause::Kind::Destructor;
      cause.destructor_of = *destructor;
    } else if (const auto *required = std::get_if<MustOutlive>(&cause.extent);
               required != nullptr && required->blame.step.category == ConstraintCategory::Return) {
      cause.kind = BorrowCause::Kind::ReturnOfReference;
    }
    causes_.push_back(std::move(cause));
  }

  /// The outermost type on the way to a place, through fields and boxes, that implements Drop.
  [[nodiscard]] std::optional<Ty> destructorBetween(mir::PlaceId place) const {
    std::optional<Ty> found;
    for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base) {
      mir::ProjectionKind step = body_.places[at].step.kind;
      Ty base = body_.places[body_.places[at].base].ty;
      if ((step == mir::ProjectionKind::Field || step == mir::ProjectionKind::Downcast) && context_.judged.types.hasDestructor(base))
        found = base;
    }
    return found;
  }

  [[nodiscard]] bool isPrefix(mir::PlaceId prefix, mir::PlaceId place) const {
    for (mir::PlaceId at = place; at.isValid(); at = body_.places[at].base)
      if (at == prefix)
        return true;
    return false;
  }

  const BorrowContext &context_;
  const mir::Body &body_;
  LoanExtents extents_;
  std::vector<BorrowCause> causes_;
  llvm::SmallVector<std::pair<mir::LocalId, Span>, 4> ended_;
};

} // namespace

std::vector<BorrowCause> explainBorrows(const BorrowContext &context, const BorrowViolations &violations) {
  return BorrowExplainer(context).explain(violations);
}

} // namespace lien
