// Where a value went: the moves that reach a use of what may be empty, nearest first on every way back.
//
//   loop {
//       eat(s);        the use, and the move that reaches it over the back edge
//   }
//
// Computed only for findings; a search backward from the use over all ways in.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

struct MoveSite {
  std::uint32_t move = 0; ///< index into `MoveData::moves`
  bool over_back_edge = false;
  friend bool operator==(const MoveSite &, const MoveSite &) = default;
};

struct MoveHistory {
  std::vector<MoveSite> sites;   ///< none: the place was never given a value on some way
  bool never_given = false;      ///< on some way from the function's start nothing is put in
  std::vector<Location> refills; ///< initialisations that lie on other ways from a move to the use, and may be skipped
};

/// The history of `path` before `at`.
MoveHistory historyOf(const JudgedBody &judged, Location at, MovePathId path);

} // namespace lien
