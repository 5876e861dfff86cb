// Values that are there on one way to an exit and gone on another: what rustc settles by a hidden flag at run time, and `L0100` rejects.
//
//   fn toy(c: bool, s: S) {
//       if c {
//           eat(s);
//       }
//   }                         s: gone over `c`, dropped here otherwise
#pragma once

#include "checker/drops/schedule.hpp"

namespace lien {

struct AmbiguousDrop {
  mir::ExitKind exit{};                   ///< as in `DropExit`
  mir::BlockId from;                      ///< the jump's block; for a scope end and an assignment the block of `drop`
  Span at;                                ///< of the exit, relative to the body
  mir::BlockId drop;                      ///< ends in the Drop that depends
  MovePathId value;                       ///< holds a value on some ways and none on others
  llvm::SmallVector<DropPiece, 1> pieces; ///< what is dropped if it holds one: at least one piece, in order
  [[nodiscard]] bool replaces() const { return exit == mir::ExitKind::Assign; }
};

/// Quick, and may say yes too often: does some drop find a value on one way and none on another? Without the schedule's answer by exit.
bool mayHaveAmbiguousDrops(const DropStates &states);

/// In the order of the source; a value whose drop at one exit has several blocks in the graph stands once.
std::vector<AmbiguousDrop> findAmbiguousDrops(const DropSchedule &schedule);

} // namespace lien
