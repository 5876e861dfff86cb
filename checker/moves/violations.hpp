// What can be wrong with moves, initialisation and mutability, as plain values: where, and what about which place. Why it came to that is computed from
// them (`explain/causes.hpp`), and only then put into words (`explain/wording.cpp`).
#pragma once

#include "checker/moves/move_paths.hpp"

namespace lien {

/// For what a place would have to be initialised.
enum class UseKind : std::uint8_t { Use, Borrow, MatchOn, Assignment, PartialAssignment };

/// A use of what may hold no value (E0381, E0382).
struct EmptyUse {
  Location at;
  UseKind use{};
  mir::PlaceId used;   ///< the place as used
  mir::PlaceId blamed; ///< the part of it that has the path
  MovePathId path;     ///< what may be uninitialised: the blamed place, or something below it
};

/// A move that no state would allow (E0507, E0508, E0509).
struct IllegalMove {
  Location at;
  mir::PlaceId place;
  BlockedMove why;
};

/// A second assignment to a variable that is not `mut` (E0384).
struct Reassignment {
  Location at;
  mir::PlaceId place;
  std::uint32_t first = 0; ///< index of the initialisation that may have come before
};

/// A write to, or mutable borrow of, what is not mutable (E0594, E0596).
struct NotMutable {
  Location at;
  mir::PlaceId place;
  mir::PlaceId blamed; ///< the part that is not mutable: a local, or a place behind a `&`
  bool is_borrow = false;
};

/// In the order in which a walk over the body in reverse post-order meets them, duplicates included.
struct Violations {
  std::vector<EmptyUse> empty_uses;
  std::vector<IllegalMove> illegal_moves;
  std::vector<Reassignment> reassignments;
  std::vector<NotMutable> not_mutable;
  [[nodiscard]] bool none() const { return empty_uses.empty() && illegal_moves.empty() && reassignments.empty() && not_mutable.empty(); }
};

} // namespace lien
