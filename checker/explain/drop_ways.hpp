// Two ways to an exit that disagree about a value: one on which it is gone, one on which it is still there. What a message about an ambiguous drop tells.
//
//   if c {             the switch that keeps the value: `c`, on its way to false
//       eat(s);        the move that loses it
//   }
//
// Computed only for findings: searches backward from the exit, along edges that some run takes.
#pragma once

#include "checker/drops/ambiguity.hpp"
#include "checker/explain/move_sites.hpp"

namespace lien {

/// An edge of a switch: taken, it leads past what would have changed the value.
struct BranchTaken {
  mir::BlockId block; ///< ends in the SwitchInt
  std::uint32_t edge = 0;
};

struct DropWays {
  MoveHistory gone; ///< no sites: on some way the value was never put in
  /// Of the way that still has the value (or, where it was never put in, of the way that has none): where it departs from the other.
  std::optional<BranchTaken> branch;
  std::optional<Location> refill; ///< without a branch: where the way that has the value got it, if that is no parameter
  [[nodiscard]] bool isNeverInitialised() const { return gone.sites.empty(); }
};

/// `states`: of the whole body, with what is known of variants.
DropWays waysOf(const JudgedBody &judged, const DropStates &states, const AmbiguousDrop &drop);

} // namespace lien
