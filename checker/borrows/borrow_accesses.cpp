#include "checker/borrows/borrow_accesses.hpp"

namespace lien {

namespace {

class AccessTeller {
public:
  AccessTeller(const ControlFlow &flow, const Loans &loans, Location at, llvm::function_ref<void(const BorrowAccess &)> tell)
      : body_(flow.body()), loans_(loans), at_(at), tell_(tell), span_(flow.spanAt(at)) {}

  void tellActivations() {
    for (LoanId loan : loans_.activatedAt(at_)) {
      BorrowAccess access = make(loans_[loan].borrowed, ConflictKind::MutBorrow, AccessDepth::Deep);
      access.borrow = loans_[loan].kind;
      access.activated = loan;
      tell_(access);
    }
  }

  void tellStatement(const mir::Statement &statement) {
    switch (statement.kind) {
    case mir::StatementKind::Assign: {
      tellRvalue(statement.rvalue);
      BorrowAccess write = make(statement.place, ConflictKind::Mutate, AccessDepth::Shallow);
      // As in rustc: a borrow that needs no watching leaves the loans of the place that it is put into alone.
      bool is_ignored = statement.rvalue.kind == mir::RvalueKind::Ref && body_.places[statement.rvalue.place].indirect && !loans_.madeAt(at_).isValid();
      write.kills = !is_ignored;
      return tell_(write);
    }
    case mir::StatementKind::StorageDead: {
      BorrowAccess end = make(statement.place, ConflictKind::StorageDead, AccessDepth::Shallow);
      end.kills = true;
      return tell_(end);
    }
    case mir::StatementKind::FakeRead:
    case mir::StatementKind::StorageLive:
    case mir::StatementKind::AscribeUserType:
    case mir::StatementKind::PlaceMention:
    case mir::StatementKind::Nop:
      return;
    }
  }

  void tellTerminator(const mir::Terminator &terminator) {
    switch (terminator.kind) {
    case mir::TerminatorKind::SwitchInt:
    case mir::TerminatorKind::Assert:
      return tellOperand(terminator.operand, span_);
    case mir::TerminatorKind::Drop:
      return tell_(make(terminator.place, terminator.replace ? ConflictKind::Replace : ConflictKind::Drop, AccessDepth::Drop));
    case mir::TerminatorKind::Call:
      tellOperand(terminator.operand, span_);
      for (std::size_t i = 0; i < terminator.arguments.size(); ++i)
        tellOperand(terminator.arguments[i], i < terminator.argument_spans.size() ? terminator.argument_spans[i] : span_);
      return tell_(make(terminator.place, ConflictKind::Mutate, AccessDepth::Deep));
    case mir::TerminatorKind::Goto:
    case mir::TerminatorKind::Return:
    case mir::TerminatorKind::Unreachable:
    case mir::TerminatorKind::Resume:
    case mir::TerminatorKind::FalseEdge:
    case mir::TerminatorKind::FalseUnwind:
      return;
    }
  }

private:
  [[nodiscard]] BorrowAccess make(mir::PlaceId place, ConflictKind kind, AccessDepth depth) const {
    BorrowAccess access;
    access.place = place;
    access.span = span_;
    access.kind = kind;
    access.depth = depth;
    return access;
  }

  void tellOperand(const mir::Operand &operand, Span span) {
    if (operand.kind == mir::Operand::Kind::Constant)
      return;
    BorrowAccess access = make(operand.place, operand.kind == mir::Operand::Kind::Copy ? ConflictKind::Copy : ConflictKind::Move, AccessDepth::Deep);
    access.span = span;
    tell_(access);
  }

  void tellRvalue(const mir::Rvalue &rvalue) {
    switch (rvalue.kind) {
    case mir::RvalueKind::Ref:
      return tellBorrow(rvalue);
    case mir::RvalueKind::Discriminant:
      return tell_(make(rvalue.place, ConflictKind::Copy, AccessDepth::Shallow));
    case mir::RvalueKind::Len:
      return tell_(make(rvalue.place, ConflictKind::Copy, AccessDepth::ShallowLength));
    case mir::RvalueKind::Use:
    case mir::RvalueKind::Repeat:
    case mir::RvalueKind::Cast:
    case mir::RvalueKind::Binary:
    case mir::RvalueKind::CheckedBinary:
    case mir::RvalueKind::Unary:
    case mir::RvalueKind::Aggregate:
      for (const mir::Operand &operand : rvalue.operands)
        tellOperand(operand, span_);
      return;
    }
  }

  void tellBorrow(const mir::Rvalue &rvalue) {
    BorrowAccess access = make(rvalue.place, ConflictKind::MutBorrow, AccessDepth::Deep);
    access.borrow = rvalue.borrow;
    switch (rvalue.borrow) {
    case mir::BorrowKind::Shared:
      access.kind = ConflictKind::SharedBorrow;
      break;
    case mir::BorrowKind::FakeShallow:
      access.depth = AccessDepth::ShallowFake;
      [[fallthrough]];
    case mir::BorrowKind::Fake:
      access.kind = ConflictKind::FakeBorrow;
      break;
    case mir::BorrowKind::TwoPhaseMut:
      access.is_reservation = true;
      break;
    case mir::BorrowKind::Mut:
    case mir::BorrowKind::UniqueInClosure:
      break;
    }
    tell_(access);
  }

  const mir::Body &body_;
  const Loans &loans_;
  Location at_;
  llvm::function_ref<void(const BorrowAccess &)> tell_;
  Span span_;
};

} // namespace

void forEachBorrowAccess(const ControlFlow &flow, const Loans &loans, Location at, llvm::function_ref<void(const BorrowAccess &)> tell) {
  AccessTeller teller(flow, loans, at, tell);
  teller.tellActivations();
  if (const mir::Statement *statement = flow.statementAt(at))
    teller.tellStatement(*statement);
  else
    teller.tellTerminator(flow.body().blocks[at.block].terminator);
}

/// Rule, access against loan:
///   read, reservation     shared or fake loan    allowed
///   read                  mutable loan           forbidden, unless the loan is only reserved
///   shallow fake borrow   any loan               allowed
///   move                  shallow fake loan      allowed: the move check asks for the value anyway
///   activation            its own loan           allowed
///   everything else                              forbidden
LoanVerdict judge(const Loan &loan, LoanId id, const BorrowAccess &access) {
  if (access.activated == id || (access.isRead() && !loan.isMutable()))
    return LoanVerdict::Allowed;
  switch (access.kind) {
  case ConflictKind::FakeBorrow:
    return access.depth == AccessDepth::ShallowFake ? LoanVerdict::Allowed : LoanVerdict::ForbiddenWhenActive;
  case ConflictKind::Copy:
  case ConflictKind::SharedBorrow:
    return LoanVerdict::ForbiddenWhenActive;
  case ConflictKind::Move:
    return loan.kind == mir::BorrowKind::FakeShallow ? LoanVerdict::Allowed : LoanVerdict::Forbidden;
  case ConflictKind::MutBorrow:
  case ConflictKind::Mutate:
  case ConflictKind::Replace:
  case ConflictKind::StorageDead:
  case ConflictKind::Drop:
    return LoanVerdict::Forbidden;
  }
  return LoanVerdict::Forbidden;
}

bool killsLoan(const mir::Body &body, const MoveTypes &types, const Loan &loan, const BorrowAccess &access) {
  if (!access.kills)
    return false;
  if (!body.places[access.place].base.isValid())
    return body.places[access.place].local == body.places[loan.borrowed].local;
  return mayOverlap(body, types, {loan.borrowed}, access.place, AccessDepth::Deep, IndexBias::MayBeDistinct);
}

} // namespace lien
