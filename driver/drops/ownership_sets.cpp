#include "driver/drops/ownership_sets.hpp"

namespace lien {

OwnershipStates::OwnershipStates(const JudgedSchedule &function, const ScheduleFilter &filter)
    : function_(function), filter_(filter), known_(function.analyses()), is_variable_(function.body().locals.size(), false) {
  const mir::Body &body = function_.body();
  for (const DropSchedule::Slot &slot : known_.schedule.slots()) {
    const mir::LocalId local = body.places[body.blocks[slot.block].terminator.place].local;
    is_variable_[local.index()] = !body.locals[local].name.empty();
  }
  for (std::uint32_t local = 0; local < body.locals.size(); ++local)
    if (is_variable_[local])
      variables_.emplace_back(local);
  solvePresence();
}

/// `each(local, present)` in the order in which the block changes them.
template <typename Each> void OwnershipStates::forEachPresenceChange(mir::BlockId block, Each each) const {
  const mir::Body &body = function_.body();
  const auto tracked = [&](mir::LocalId local) { return known_.schedule.states().isTracked(known_.moves.ofLocal(local)); };
  const auto give = [&](mir::PlaceId place) {
    if (const mir::LocalId local = body.places[place].local; is_variable_[local.index()])
      each(local, true);
  };
  for (const mir::Statement &statement : body.blocks[block].statements) {
    const bool declares = statement.kind == mir::StatementKind::StorageLive && tracked(body.places[statement.place].local);
    if (declares || statement.kind == mir::StatementKind::Assign)
      give(statement.place);
    if (statement.kind == mir::StatementKind::StorageDead && is_variable_[body.places[statement.place].local.index()])
      each(body.places[statement.place].local, false);
  }
  const mir::Terminator &end = body.blocks[block].terminator;
  if (end.kind == mir::TerminatorKind::Call)
    give(end.place);
  if (end.kind == mir::TerminatorKind::Drop && !end.replace && is_variable_[body.places[end.place].local.index()])
    each(body.places[end.place].local, false);
}

void OwnershipStates::solvePresence() {
  const mir::Body &body = function_.body();
  present_.reset(known_.flow, Direction::Forward, static_cast<std::uint32_t>(body.locals.size()));
  for (std::uint32_t param = 1; param <= body.param_count; ++param)
    setBit(present_.boundary(), param);
  for (const mir::BlockId block : known_.flow.order())
    forEachPresenceChange(block, [&](mir::LocalId local, bool present) { present ? present_.gen(block, local.value) : present_.kill(block, local.value); });
  present_.solve();
}

OwnershipSets OwnershipStates::atEndOf(mir::BlockId block) const {
  const ConstBitRow row = present_.at(block);
  llvm::SmallVector<BitWord, 8> present(row.begin(), row.end());
  forEachPresenceChange(block, [&](mir::LocalId local, bool is) { is ? setBit(present, local.value) : clearBit(present, local.value); });
  if (const DropExit *jump = known_.jumpFrom(block)) {
    const auto leave = [&](mir::BlockId drop) { clearBit(present, function_.body().places[function_.body().blocks[drop].terminator.place].local.value); };
    for (const ScheduledPiece &scheduled : jump->drops)
      leave(scheduled.block);
    llvm::for_each(jump->gone, leave);
  }
  OwnershipSets sets;
  for (const mir::LocalId local : variables_)
    if (testBit(present, local.value))
      addPath(known_.moves.ofLocal(local), block, std::nullopt, sets);
  return sets;
}

/// A part is named where it fares otherwise than the whole.
void OwnershipStates::addPath(MovePathId path, mir::BlockId block, std::optional<int> outer, OwnershipSets &sets) const {
  const Presence presence = known_.schedule.states().afterTerminator(block, path);
  const int fate = !presence.mayHold() ? 0 : presence.mayBeGone() ? 1 : 2;
  if (fate != outer) {
    const DropName name = known_.names.name(known_.moves[path].place);
    if (filter_.wants(name))
      (fate == 0 ? sets.gone : fate == 1 ? sets.ambiguous : sets.owned).push_back(name.variable + name.projection);
  }
  llvm::SmallVector<MovePathId, 8> parts;
  for (MovePathId child = known_.moves[path].first_child; child.isValid(); child = known_.moves[child].next_sibling)
    parts.push_back(child);
  for (const MovePathId part : llvm::reverse(parts))
    addPath(part, block, fate, sets);
}

} // namespace lien
