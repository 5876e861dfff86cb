// What each borrow conflict amounts to, as data: which of rustc's errors it is, and why the loan is still alive. `borrow_wording.cpp` puts it into words.
#pragma once

#include "checker/explain/later_use.hpp"

namespace lien {

struct BorrowCause {
  enum class Kind : std::uint8_t {
    Use,               ///< E0503: read while mutably borrowed
    Borrow,            ///< E0499, E0502
    Assignment,        ///< E0506
    GuardAssignment,   ///< E0510: the loan is one that keeps guards from changing what is matched on
    Move,              ///< E0505
    EndOfVariable,     ///< E0597
    EndOfTemporary,    ///< E0716
    ReturnOfReference, ///< E0515: it is the return that asks for too much
    Destructor,        ///< E0713: a destructor would need what is borrowed
  } kind{};
  BorrowConflict conflict;
  LoanExtent extent;
  Ty destructor_of; ///< Destructor: the type whose destructor it is
};

/// One finding for each conflict; the end of a local meets each borrow expression once.
std::vector<BorrowCause> explainBorrows(const BorrowContext &context, const BorrowViolations &violations);

} // namespace lien
