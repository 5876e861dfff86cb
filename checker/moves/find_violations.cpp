#include "checker/moves/find_violations.hpp"

#include "checker/moves/empty_uses.hpp"
#include "checker/moves/mutability.hpp"

namespace lien {

/// Rule: only what owns its content gives parts of it away (`findMoveObstacle`).
static std::vector<IllegalMove> findIllegalMoves(const ControlFlow &flow, const MoveTypes &types) {
  std::vector<IllegalMove> found;
  for (const PlacedAccess &access : flow.accesses())
    if (access.kind == AccessKind::Move && !access.is_whole)
      if (std::optional<BlockedMove> blocked = findMoveObstacle(flow.body(), types, access.place))
        found.push_back({flow.locationOf(access.point), access.place, *blocked});
  return found;
}

Violations findViolations(const ControlFlow &flow, const MoveData &data, const MoveTypes &types) {
  const Chains chains(flow);
  Violations found;
  found.illegal_moves = findIllegalMoves(flow, types);
  found.empty_uses = findEmptyUses(flow, data, types, chains);
  checkMutability(flow, data, types, chains, found);
  return found;
}

} // namespace lien
