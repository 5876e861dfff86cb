// What a body does to the bits of one analysis, in the order of its points: the few changes that the analysis minds, listed once, for the solver and for the
// walks that follow.
#pragma once

#include "checker/dataflow/gen_kill.hpp"

namespace lien {

/// The edge on which a call returns.
inline constexpr std::uint32_t return_edge = 0;

class BitChanges {
public:
  struct Change {
    std::uint32_t point = 0; ///< statement index
    mir::BlockId block;
    std::uint32_t bit = 0;
    bool sets = false;
    bool on_return = false; ///< happens on the return edge of the call at the point, not at the point itself
  };

  /// In the order of points.
  void add(const Change &change) { changes_.push_back(change); }
  [[nodiscard]] llvm::ArrayRef<Change> all() const { return changes_; }
  /// At the points [first, end).
  [[nodiscard]] llvm::ArrayRef<Change> between(std::uint32_t first, std::uint32_t end) const {
    const llvm::ArrayRef<Change> all(changes_);
    const Change *from = llvm::partition_point(all, [&](const Change &change) { return change.point < first; });
    return all.drop_front(from - all.begin()).take_while([&](const Change &change) { return change.point < end; });
  }
  /// As the effects of the blocks; bits from `bits` on are left out.
  void tell(GenKill &analysis, std::uint32_t bits) const {
    for (const Change &change : changes_) {
      if (change.bit >= bits)
        continue;
      if (change.on_return)
        change.sets ? analysis.genOnEdge(change.block, return_edge, change.bit) : analysis.killOnEdge(change.block, return_edge, change.bit);
      else
        change.sets ? analysis.gen(change.block, change.bit) : analysis.kill(change.block, change.bit);
    }
  }

private:
  std::vector<Change> changes_;
};

} // namespace lien
