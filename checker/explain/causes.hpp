// Why each violation came to be, as data: what `wording.cpp` puts into words. Findings that say the same thing about the same moves are one finding here,
// as in rustc: this is the one pure pass that removes duplicates.
#pragma once

#include "checker/explain/move_sites.hpp"
#include "checker/moves/violations.hpp"

#include <variant>

namespace lien {

/// E0381: on some way to the use nothing was ever put in.
struct NeverInitialised {
  EmptyUse use;
};

/// E0382: these moves reach the use.
struct MovedBefore {
  EmptyUse use;
  MoveHistory history;
  bool is_partial = false; ///< only a part of the place was moved
};

/// E0507, E0508, E0509: all bindings of one pattern, or one move elsewhere.
struct CannotMove {
  IllegalMove first;
  Span span; ///< what the finding points at, relative to the body: the scrutinee of a pattern, or the move itself
  bool from_pattern = false;
  llvm::SmallVector<mir::LocalId, 2> bindings; ///< of the pattern that take part of the value
  MovePathId value;                            ///< the pattern's value could be moved, only its content not: the path up to the obstacle (invalid: neither)
};

/// E0384.
struct AssignedTwice {
  Reassignment again;
};

/// E0594, E0596. Several mutable borrows of one variable are one finding.
struct NeedsMut {
  NotMutable first;
  llvm::SmallVector<Location, 2> others;
};

using Cause = std::variant<NeverInitialised, MovedBefore, CannotMove, AssignedTwice, NeedsMut>;

std::vector<Cause> explainViolations(const JudgedBody &judged, const Violations &violations);

} // namespace lien
