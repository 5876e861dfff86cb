// What can be wrong with borrows, as plain values: an access and the loan that forbids it. Detected first, explained (`explain/borrow_causes.hpp`) and
// worded later.
#pragma once

#include "checker/borrows/loans.hpp"

namespace lien {

/// What kind of access meets the loan; as rustc's `Read`/`Write` kinds, of which the error code depends.
enum class ConflictKind : std::uint8_t {
  Copy,         ///< E0503
  SharedBorrow, ///< E0502
  FakeBorrow,   ///< never reported alone; kept for the table
  MutBorrow,    ///< E0499, E0502; at the reservation or at the activation of a two-phase borrow
  Mutate,       ///< E0506, E0510 against a fake borrow
  Replace,      ///< drop half of an assignment: E0506
  Move,         ///< E0505
  StorageDead,  ///< E0597, E0515, E0716
  Drop,         ///< E0597, E0505, E0713, E0716
};

struct BorrowConflict {
  Location at;
  mir::PlaceId accessed;
  ConflictKind kind{};
  mir::BorrowKind borrow{}; ///< SharedBorrow, MutBorrow: of the new borrow
  bool at_activation = false;
  LoanId loan;
};

/// A loan that is still in scope at the function's end although a part of what it borrows ends there: rustc's `check_for_invalidation_at_exit`.
/// (Kind StorageDead or Drop at the Return terminator.)

/// In the order in which a walk over the body in reverse post-order meets them. Each (place, span) is reported once, as in rustc
/// (`access_place_error_reported`, `reservation_error_reported`).
struct BorrowViolations {
  std::vector<BorrowConflict> conflicts;
  [[nodiscard]] bool none() const { return conflicts.empty(); }
};

BorrowViolations findBorrowViolations(Program &program, const ControlFlow &flow, const MoveData &moves, const MoveTypes &types, const Regions &regions,
                                      const Loans &loans);

} // namespace lien
