#include "checker/drops/ambiguity.hpp"

namespace lien {

namespace {

void gather(const DropExit &exit, std::vector<AmbiguousDrop> &out) {
  const std::size_t first = out.size();
  for (const ScheduledPiece &scheduled : exit.drops) {
    if (scheduled.kind != DropKind::Conditional && scheduled.kind != DropKind::ReplacedConditional)
      continue;
    const auto same = [&](const AmbiguousDrop &other) { return other.value == scheduled.piece.guard && other.drop == scheduled.block; };
    auto known = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), same);
    if (known == out.end()) {
      const bool jumps = exit.exit != mir::ExitKind::Scope && exit.exit != mir::ExitKind::Assign;
      out.push_back({exit.exit, jumps ? exit.from : scheduled.block, exit.at, scheduled.block, scheduled.piece.guard, {}});
      known = std::prev(out.end());
    }
    known->pieces.push_back(scheduled.piece);
  }
}

} // namespace

bool mayHaveAmbiguousDrops(const ControlFlow &flow, const MoveData &moves) {
  const DropStates states(flow, moves, DropStates::Variants::Known, DropStates::Locals::Undecided);
  if (states.tracksNothing())
    return false;
  const mir::Body &body = flow.body();
  return llvm::any_of(flow.order(), [&](mir::BlockId block) {
    const mir::Terminator &end = body.blocks[block].terminator;
    if (end.kind != mir::TerminatorKind::Drop || body.blocks[block].is_cleanup)
      return false;
    const PathLookup dropped = moves.find(end.place);
    if (!dropped.exact || !states.isTracked(dropped.path))
      return false;
    const DropStates::State state = states.beforeTerminator(block);
    return moves.findAtOrBelow(dropped.path, [&](MovePathId path) { return states.mayHold(state, path) && states.mayBeEmpty(state, path); }).isValid();
  });
}

std::vector<AmbiguousDrop> findAmbiguousDrops(const DropSchedule &schedule) {
  std::vector<AmbiguousDrop> found;
  for (const DropExit &exit : schedule.exits())
    gather(exit, found);
  // Copies of one drop: an `if let` ends in two blocks, a match arm with several patterns in one each.
  llvm::stable_sort(found, [](const AmbiguousDrop &a, const AmbiguousDrop &b) { return a.at.lo() < b.at.lo(); });
  std::vector<AmbiguousDrop> kept;
  for (AmbiguousDrop &drop : found) {
    const auto same = [&](const AmbiguousDrop &other) { return other.at == drop.at && other.exit == drop.exit && other.value == drop.value; };
    bool repeated = false;
    for (auto before = kept.rbegin(); before != kept.rend() && before->at.lo() == drop.at.lo() && !repeated; ++before)
      repeated = same(*before);
    if (!repeated)
      kept.push_back(std::move(drop));
  }
  return kept;
}

} // namespace lien
