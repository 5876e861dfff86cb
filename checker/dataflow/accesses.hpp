// What each statement and terminator does to places, in the order in which it does it: the one table that every check of accesses goes by.
//
// Operands are read before anything is written. A drop and the end of storage touch a place without using it; mentions and type ascriptions touch
// nothing. Sources: rustc dev guide, "The borrow check"; RFC 2094, "Accessing an lvalue".
#pragma once

#include "checker/mir/mir.hpp"

namespace lien {

enum class AccessKind : std::uint8_t {
  Copy,     ///< reads the whole place
  Move,     ///< takes the value away
  Inspect,  ///< reads a length or a discriminant
  FakeRead, ///< asks that the place holds a value; reads nothing
  SharedBorrow,
  FakeBorrow,        ///< keeps guards from changing what is matched on: the place and all it leads to
  FakeBorrowShallow, ///< … the place alone
  MutBorrow,         ///< two-phase borrows included
  Write,             ///< assigns; the old value was dropped before
  Drop,              ///< drops what the place holds, if anything
  StorageDead,
  // These touch nothing; only the list of a body's accesses tells them (`ControlFlow::accesses`).
  StorageLive,
  Mention, ///< type ascriptions included
};

struct Access {
  AccessKind kind{};
  mir::PlaceId place;
};

/// An access in the list of all accesses of a body: with where it happens, and what every analysis asks about its place first.
struct PlacedAccess {
  std::uint32_t point = 0; ///< statement index
  mir::PlaceId place;
  mir::LocalId local; ///< of the place
  AccessKind kind{};
  bool is_whole = false; ///< the place is the local itself
};

inline AccessKind accessOf(mir::BorrowKind borrow) {
  switch (borrow) {
  case mir::BorrowKind::Shared:
    return AccessKind::SharedBorrow;
  case mir::BorrowKind::Fake:
    return AccessKind::FakeBorrow;
  case mir::BorrowKind::FakeShallow:
    return AccessKind::FakeBorrowShallow;
  case mir::BorrowKind::Mut:
  case mir::BorrowKind::TwoPhaseMut:
  case mir::BorrowKind::UniqueInClosure:
    return AccessKind::MutBorrow;
  }
  return AccessKind::MutBorrow;
}

template <typename Visit> void visitOperand(const mir::Operand &operand, Visit &visit) {
  switch (operand.kind) {
  case mir::Operand::Kind::Copy:
    return visit(Access{AccessKind::Copy, operand.place});
  case mir::Operand::Kind::Move:
    return visit(Access{AccessKind::Move, operand.place});
  case mir::Operand::Kind::Constant:
    return;
  }
}

template <typename Visit> void visitRvalue(const mir::Rvalue &rvalue, Visit &visit) {
  switch (rvalue.kind) {
  case mir::RvalueKind::Ref:
    return visit(Access{accessOf(rvalue.borrow), rvalue.place});
  case mir::RvalueKind::Discriminant:
  case mir::RvalueKind::Len:
    return visit(Access{AccessKind::Inspect, rvalue.place});
  case mir::RvalueKind::Use:
  case mir::RvalueKind::Repeat:
  case mir::RvalueKind::Cast:
  case mir::RvalueKind::Binary:
  case mir::RvalueKind::CheckedBinary:
  case mir::RvalueKind::Unary:
  case mir::RvalueKind::Aggregate:
    for (const mir::Operand &operand : rvalue.operands)
      visitOperand(operand, visit);
    return;
  }
}

template <typename Visit> void visitStatement(const mir::Statement &statement, Visit &visit) {
  switch (statement.kind) {
  case mir::StatementKind::Assign:
    visitRvalue(statement.rvalue, visit);
    return visit(Access{AccessKind::Write, statement.place});
  case mir::StatementKind::FakeRead:
    return visit(Access{AccessKind::FakeRead, statement.place});
  case mir::StatementKind::StorageDead:
    return visit(Access{AccessKind::StorageDead, statement.place});
  case mir::StatementKind::StorageLive:
  case mir::StatementKind::AscribeUserType:
  case mir::StatementKind::PlaceMention:
  case mir::StatementKind::Nop:
    return;
  }
}

template <typename Visit> void visitTerminator(const mir::Terminator &terminator, Visit &visit) {
  switch (terminator.kind) {
  case mir::TerminatorKind::SwitchInt:
  case mir::TerminatorKind::Assert:
    return visitOperand(terminator.operand, visit);
  case mir::TerminatorKind::Drop:
    return visit(Access{AccessKind::Drop, terminator.place});
  case mir::TerminatorKind::Call:
    visitOperand(terminator.operand, visit);
    for (const mir::Operand &argument : terminator.arguments)
      visitOperand(argument, visit);
    return visit(Access{AccessKind::Write, terminator.place});
  case mir::TerminatorKind::Goto:
  case mir::TerminatorKind::Return:
  case mir::TerminatorKind::Unreachable:
  case mir::TerminatorKind::Resume:
  case mir::TerminatorKind::FalseEdge:
  case mir::TerminatorKind::FalseUnwind:
    return;
  }
}

} // namespace lien
