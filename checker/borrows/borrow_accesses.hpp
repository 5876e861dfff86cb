// What each statement and terminator does to places, as the loans see it: the access table of the borrow check.
//
//   x = …           Mutate, Shallow            storage of x ends    StorageDead, Shallow
//   x = f(…)        Mutate, Deep               drop of x            Drop or Replace, Drop
//   copy x          Copy, Deep                 length of x          Copy, ShallowLength
//   move x          Move, Deep                 discriminant of x    Copy, Shallow
//   &x              SharedBorrow, Deep         &fake shallow x      FakeBorrow, ShallowFake
//   &mut x          MutBorrow, Deep            the one use of a two-phase &mut x: MutBorrow of x again, the activation
//
// Operands before results, activations before all. A fake read, a mention and an ascription touch nothing that a loan protects.
// Sources: rustc dev guide, "The borrow check"; RFC 2094, "Accessing an lvalue"; RFC 2025.
#pragma once

#include "checker/borrows/borrow_violations.hpp"
#include "checker/moves/place_overlap.hpp"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace lien {

struct BorrowAccess {
  mir::PlaceId place;
  Span span; ///< relative to the body
  ConflictKind kind{};
  AccessDepth depth{};
  mir::BorrowKind borrow{};
  bool is_reservation = false; ///< of a two-phase borrow
  bool kills = false;          ///< afterwards the place, under its old name, is another one: loans of it end (an assignment, the end of storage)
  LoanId activated;            ///< valid: the activation of this loan

  /// Loans that only share do not mind these.
  [[nodiscard]] bool isRead() const {
    return kind == ConflictKind::Copy || kind == ConflictKind::SharedBorrow || kind == ConflictKind::FakeBorrow || is_reservation;
  }
};

/// Tells the accesses of one location in the order in which they happen.
void forEachBorrowAccess(const ControlFlow &flow, const Loans &loans, Location at, llvm::function_ref<void(const BorrowAccess &)> tell);

enum class LoanVerdict : std::uint8_t { Allowed, Forbidden, ForbiddenWhenActive };

/// Rule: may the access happen while the loan is in scope (the places taken to overlap)?
[[nodiscard]] LoanVerdict judge(const Loan &loan, LoanId id, const BorrowAccess &access);

/// Rule: does the access end the loan, because the name of what is borrowed now leads elsewhere?
[[nodiscard]] bool killsLoan(const mir::Body &body, const MoveTypes &types, const Loan &loan, const BorrowAccess &access);

} // namespace lien
