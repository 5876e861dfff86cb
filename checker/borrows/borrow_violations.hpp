// What can be wrong with borrows, as plain values: an access and the loan that forbids it. Detected first, explained (`explain/borrow_causes.hpp`) and
// worded later.
#pragma once

#include "checker/borrows/loans.hpp"
#include "checker/moves/violations.hpp"

namespace lien {

/// What kind of access meets the loan; as rustc's `Read`/`Write` kinds, of which the error code depends.
enum class ConflictKind : std::uint8_t {
  Copy,         ///< E0503
  SharedBorrow, ///< E0502
  FakeBorrow,   ///< E0502, of a deep fake borrow; a shallow one conflicts with nothing
  MutBorrow,    ///< E0499, E0502, E0510 against a fake borrow; at the reservation or at the activation of a two-phase borrow
  Mutate,       ///< E0506, E0510 against a fake borrow
  Replace,      ///< drop half of an assignment: as Mutate
  Move,         ///< E0505
  StorageDead,  ///< E0597, E0515, E0716; E0713 when what is borrowed lies in a value with a destructor
  Drop,         ///< the same
};

/// The codes of one kind depend on why the loan is still in scope (`explain`): E0597 becomes E0515 when the reference is returned, E0716 when what is
/// borrowed has no name.
struct BorrowConflict {
  Location at;
  mir::PlaceId accessed;
  ConflictKind kind{};
  mir::BorrowKind borrow{}; ///< SharedBorrow, FakeBorrow, MutBorrow: of the new borrow
  bool at_activation = false;
  /// A loan of a local that is still in scope where the function ends, and its locals with it (rustc's `check_for_invalidation_at_exit`): kind StorageDead,
  /// `at` is the Return or Resume, `accessed` the borrowed place.
  bool at_exit = false;
  LoanId loan;
  Span span; ///< of the access, relative to the body: of an operand of a call its own, otherwise of the whole statement or terminator
};

/// In the order in which a walk over the body in reverse post-order meets them. Each (place, span) is reported once, as in rustc
/// (`access_place_error_reported`, `reservation_error_reported`); of several loans that one access meets, the first.
struct BorrowViolations {
  std::vector<BorrowConflict> conflicts;
  /// Writes to what is not mutable that are no findings: the drop of the old value, right before, was a conflict. Indices in `Violations`, rising.
  std::vector<std::uint32_t> silenced_reassignments, silenced_not_mutable;
  [[nodiscard]] bool none() const { return conflicts.empty(); }
};

struct BorrowCheckInput {
  const ControlFlow &flow;
  const MoveTypes &types;
  const Loans &loans;         ///< regions set
  const LoanRegions &regions; ///< of the same body
  const Violations &moves;    ///< what is reported there as not mutable is not reported again at the same place
  bool is_constant = false;   ///< the body of a constant or static: its locals do not end with it
};

BorrowViolations findBorrowViolations(const BorrowCheckInput &input);

} // namespace lien
