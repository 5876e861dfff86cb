#include "checker/drops/schedule.hpp"

namespace lien {

namespace {
constexpr std::uint32_t no_slot = UINT32_MAX;
} // namespace

DropSchedule::DropSchedule(Program &program, const MoveTypes &types, const DropStates &states, llvm::ArrayRef<mir::LocalId> promoted)
    : flow_(states.flow()), body_(flow_.body()), moves_(states.moves()), states_(states), slot_of_(body_.blocks.size(), no_slot),
      in_jump_(body_.blocks.size(), false) {
  DropElaboration elaboration(program, types, states);
  for (const mir::BlockId block : flow_.order()) {
    if (!states_.graph().isReached(block) || body_.blocks[block].terminator.kind != mir::TerminatorKind::Drop)
      continue;
    if (llvm::is_contained(promoted, body_.places[body_.blocks[block].terminator.place].local))
      continue;
    slot_of_[block.index()] = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back({block, elaboration.piecesAt(block)});
  }
  for (const mir::BlockId block : flow_.order())
    if (const mir::Terminator &end = body_.blocks[block].terminator;
        states_.graph().isReached(block) && end.kind == mir::TerminatorKind::Goto && end.exit != mir::ExitKind::None)
      followJump(block);
  gatherScopeEnds();
}

const DropStates &DropSchedule::flags() const {
  if (!states_.hasVariants())
    return states_;
  if (!without_variants_)
    without_variants_.emplace(states_.graph(), flow_, moves_, DropStates::Variants::Ignored, states_.tracked());
  return *without_variants_;
}

const DropSchedule::Slot *DropSchedule::slotOf(mir::BlockId block) const {
  return slot_of_[block.index()] == no_slot ? nullptr : &slots_[slot_of_[block.index()]];
}

/// Does the block do nothing but end storage on the way to its one successor?
bool DropSchedule::isPure(mir::BlockId block) const {
  const mir::BasicBlock &data = body_.blocks[block];
  const auto harmless = [](const mir::Statement &statement) { return statement.kind != mir::StatementKind::Assign; };
  const mir::TerminatorKind end = data.terminator.kind;
  return llvm::all_of(data.statements, harmless) &&
         (end == mir::TerminatorKind::Goto || end == mir::TerminatorKind::Drop || end == mir::TerminatorKind::Return);
}

/// `jump`: ends in the one jump that is asked about, and nothing is dropped twice on its way; invalid: on all ways to the drop.
void DropSchedule::schedule(const Slot &slot, mir::BlockId jump, std::vector<ScheduledPiece> &out) const {
  const bool replaces = body_.blocks[slot.block].terminator.replace;
  for (const DropPiece &piece : slot.pieces) {
    bool conditional = piece.guard.isValid();
    if (conditional && jump.isValid()) {
      const Presence presence = flags().beforeTerminator(jump, piece.guard);
      if (!presence.mayHold())
        continue;
      conditional = presence.mayBeGone();
    }
    const DropKind kind = replaces      ? (conditional ? DropKind::ReplacedConditional : DropKind::Replaced)
                          : conditional ? DropKind::Conditional
                                        : DropKind::Static;
    out.push_back({&piece, kind, slot.block});
  }
}

/// From the jump through the drops that it shares with others to its target, with the state that holds at this very jump.
void DropSchedule::followJump(mir::BlockId from) {
  const mir::Terminator &jump = body_.blocks[from].terminator;
  DropExit exit{jump.exit, from, jump.exit_span, {}, {}, {}, {}};
  const auto belongs = [&](mir::ExitKind kind) {
    const bool returns = jump.exit == mir::ExitKind::Return || jump.exit == mir::ExitKind::Question;
    return returns ? kind == mir::ExitKind::Return || kind == mir::ExitKind::Question : kind == jump.exit;
  };
  mir::BlockId block = jump.targets.front();
  while (isPure(block)) {
    const mir::Terminator &end = body_.blocks[block].terminator;
    if (end.kind == mir::TerminatorKind::Goto && end.exit != mir::ExitKind::None)
      break;
    if (const Slot *slot = slotOf(block)) {
      if (!belongs(end.exit))
        break;
      in_jump_[block.index()] = true;
      const std::size_t before = exit.drops.size();
      schedule(*slot, from, exit.drops);
      if (exit.drops.size() == before)
        exit.gone.push_back(block);
    }
    if (end.targets.empty() || end.targets.front() == jump.targets.front())
      break;
    block = end.targets.front();
  }
  exit.to = block;
  exits_.push_back(std::move(exit));
}

/// Drops that no jump runs through: those of one scope end, with nothing between them, are one exit.
void DropSchedule::gatherScopeEnds() {
  std::vector<mir::BlockId> next(body_.blocks.size());
  std::vector<bool> follows(body_.blocks.size(), false);
  for (const Slot &slot : slots_) {
    const mir::Terminator &drop = body_.blocks[slot.block].terminator;
    if (in_jump_[slot.block.index()] || drop.replace)
      continue;
    mir::BlockId block = drop.targets.front();
    for (std::size_t steps = 0; isPure(block) && slotOf(block) == nullptr && steps < body_.blocks.size(); ++steps) {
      const mir::Terminator &end = body_.blocks[block].terminator;
      if (end.targets.empty() || end.exit != mir::ExitKind::None)
        break;
      block = end.targets.front();
    }
    const mir::Terminator &other = body_.blocks[block].terminator;
    if (slotOf(block) == nullptr || in_jump_[block.index()] || !isPure(block) || other.replace || other.span != drop.span || block == slot.block)
      continue;
    next[slot.block.index()] = block;
    follows[block.index()] = true;
  }
  for (const Slot &slot : slots_) {
    if (in_jump_[slot.block.index()] || follows[slot.block.index()])
      continue;
    const mir::Terminator &drop = body_.blocks[slot.block].terminator;
    DropExit exit{drop.replace ? mir::ExitKind::Assign : mir::ExitKind::Scope, slot.block, drop.span, {}, {}, {}, {}};
    for (mir::BlockId block = slot.block; block.isValid() && exit.locals.size() <= slots_.size(); block = next[block.index()]) {
      exit.locals.push_back(body_.places[body_.blocks[block].terminator.place].local);
      const std::size_t before = exit.drops.size();
      schedule(*slotOf(block), {}, exit.drops);
      if (exit.drops.size() == before)
        exit.gone.push_back(block);
    }
    exits_.push_back(std::move(exit));
  }
}

} // namespace lien
