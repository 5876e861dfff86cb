#include "checker/drops/ambiguity.hpp"

#include <set>

namespace lien {

namespace {

void gather(const DropExit &exit, std::vector<AmbiguousDrop> &out) {
  llvm::SmallDenseMap<std::pair<std::uint32_t, std::uint32_t>, std::size_t, 8> known; // by value and drop: where in `out`
  for (const ScheduledPiece &scheduled : exit.drops) {
    if (scheduled.kind != DropKind::Conditional && scheduled.kind != DropKind::ReplacedConditional)
      continue;
    const auto [at, is_new] = known.try_emplace({scheduled.piece->guard.value, scheduled.block.value}, out.size());
    if (is_new) {
      const bool jumps = exit.exit != mir::ExitKind::Scope && exit.exit != mir::ExitKind::Assign;
      out.push_back({exit.exit, jumps ? exit.from : scheduled.block, exit.at, scheduled.block, scheduled.piece->guard, {}});
    }
    out[at->second].pieces.push_back(*scheduled.piece);
  }
}

} // namespace

bool mayHaveAmbiguousDrops(const DropStates &states) {
  const ControlFlow &flow = states.flow();
  const mir::Body &body = flow.body();
  return llvm::any_of(flow.order(), [&](mir::BlockId block) {
    const mir::Terminator &end = body.blocks[block].terminator;
    if (end.kind != mir::TerminatorKind::Drop || !states.graph().isReached(block))
      return false;
    const PathLookup dropped = states.moves().find(end.place);
    if (!dropped.exact || !states.isTracked(dropped.path))
      return false;
    const auto is_ambiguous = [&](MovePathId path) {
      const Presence presence = states.beforeTerminator(block, path);
      return presence.mayHold() && presence.mayBeGone();
    };
    return states.moves().findAtOrBelow(dropped.path, is_ambiguous).isValid();
  });
}

std::vector<AmbiguousDrop> findAmbiguousDrops(const DropSchedule &schedule) {
  std::vector<AmbiguousDrop> found;
  for (const DropExit &exit : schedule.exits())
    gather(exit, found);
  // Copies of one drop: an `if let` ends in two blocks, a match arm with several patterns in one each.
  llvm::stable_sort(found, [](const AmbiguousDrop &a, const AmbiguousDrop &b) { return a.at.lo() < b.at.lo(); });
  std::vector<AmbiguousDrop> kept;
  std::set<std::tuple<std::uint32_t, std::uint32_t, SpanOrigin, mir::ExitKind, MovePathId>> seen;
  for (AmbiguousDrop &drop : found)
    if (seen.emplace(drop.at.lo(), drop.at.hi(), drop.at.origin(), drop.exit, drop.value).second)
      kept.push_back(std::move(drop));
  return kept;
}

} // namespace lien
