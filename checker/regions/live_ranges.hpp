// What liveness starts from (events), and the live ranges of locals that are live in many blocks at once.
//
// A walk backward from each use is the cheapest way to a short live range, and most are short. But a hundred guards that are all dropped at every way out of
// a function are live in all its blocks: their walks would cost the square. Those are solved together, 64 a word, and their ranges read off where a bit
// changes from one block to the next.
#pragma once

#include "checker/dataflow/bit_matrix.hpp"
#include "checker/moves/initialisation.hpp"
#include "checker/regions/region_liveness.hpp"

namespace lien {

enum class LivenessEventKind : std::uint8_t { Use, Definition, Drop };
struct LivenessEvent {
  mir::LocalId local;
  std::uint32_t point;
  std::uint32_t rank; ///< of the block
  LivenessEventKind kind;
};

/// Which of some locals may be initialised, in part at least, where blocks end.
class InitialisedAtEnds {
public:
  InitialisedAtEnds(const ControlFlow &flow, const MoveData &moves, std::vector<mir::LocalId> locals);
  /// Ascending.
  [[nodiscard]] llvm::ArrayRef<mir::LocalId> locals() const { return locals_; }
  [[nodiscard]] bool atTerminator(std::uint32_t rank, mir::LocalId local) const { return has(at_terminator_[rank], local); }
  [[nodiscard]] bool afterTerminator(std::uint32_t rank, mir::LocalId local) const { return has(after_terminator_[rank], local); }
  /// Which are initialised as a whole, with the number in `locals` as bit. More bits may follow.
  [[nodiscard]] ConstBitRow wholeAfterTerminator(std::uint32_t rank) const { return after_terminator_[rank]; }
  /// Those with move paths of parts.
  [[nodiscard]] llvm::ArrayRef<mir::LocalId> inParts() const { return in_parts_; }

private:
  [[nodiscard]] bool has(ConstBitRow state, mir::LocalId local) const {
    return moves_.findAtOrBelow(moves_.ofLocal(local), [&](MovePathId path) { return testBit(state, tracked_.bit(path)); }).isValid();
  }
  const MoveData &moves_;
  std::vector<mir::LocalId> locals_, in_parts_;
  TrackedPaths tracked_;
  BitMatrix at_terminator_, after_terminator_; ///< by rank
};

/// Adds the ranges of the locals that `events` are about (in the order of points; drops that no destructor could make use of are left out) to `result`. Rules
/// as in `region_liveness.cpp`. `initialised`: of all locals with drops among them; null if there are none.
void addLongRanges(const ControlFlow &flow, const InitialisedAtEnds *initialised, llvm::ArrayRef<LivenessEvent> events,
                   IdVector<mir::LocalId, LocalLiveness> &result);

} // namespace lien
