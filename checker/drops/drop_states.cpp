#include "checker/drops/drop_states.hpp"

#include "checker/moves/effects.hpp"

namespace lien {

namespace {

/// Locals of which some move or initialisation does not lie on every way to some drop. Where all of them do, they come in the same order on every way (a way
/// that left one out would exist otherwise), and what the drop finds is decided.
std::vector<bool> findUndecided(const ControlFlow &flow, const MoveData &moves) {
  const mir::Body &body = flow.body();
  std::vector<llvm::SmallVector<mir::BlockId, 2>> drops(body.locals.size());
  for (const mir::BlockId block : flow.order())
    if (const mir::BasicBlock &data = body.blocks[block]; data.terminator.kind == mir::TerminatorKind::Drop && !data.is_cleanup)
      drops[body.places[data.terminator.place].local.index()].push_back(block);
  std::vector<bool> undecided(body.locals.size(), false);
  const auto happens = [&](MovePathId path, mir::BlockId block) {
    const std::size_t local = moves.localOf(path).index();
    if (!undecided[local])
      undecided[local] = llvm::any_of(drops[local], [&](mir::BlockId drop) { return !flow.dominatesNormally(block, drop); });
  };
  for (const MoveOut &move : moves.moves())
    happens(move.path, move.at.block);
  for (const Init &init : moves.inits().drop_front(moves.argumentCount()))
    happens(init.path, init.at.block);
  return undecided;
}

} // namespace

DropStates::DropStates(const ControlFlow &flow, const MoveData &moves, Variants variants, Locals locals)
    : flow_(flow), moves_(moves), number_(moves.size(), untracked), variants_(variants) {
  choosePaths(locals);
  solve();
}

void DropStates::choosePaths(Locals which) {
  const mir::Body &body = flow_.body();
  struct Local {
    bool dropped = false;
    bool needs_bits = false;
    std::uint32_t inits = 0;
    Location init;
  };
  std::vector<Local> locals(body.locals.size());
  for (const MoveOut &move : moves_.moves())
    locals[moves_.localOf(move.path).index()].needs_bits = true;
  for (std::uint32_t i = 0; i < moves_.inits().size(); ++i) {
    const Init &init = moves_.inits()[i];
    Local &local = locals[moves_.localOf(init.path).index()];
    if (moves_[init.path].parent.isValid() || ++local.inits > 1) {
      local.needs_bits = true;
      continue;
    }
    local.init = init.kind == InitKind::Argument ? Location{flow_.order().front(), 0} : init.at;
  }
  for (const mir::BlockId block : flow_.order()) {
    const mir::Terminator &terminator = body.blocks[block].terminator;
    if (terminator.kind != mir::TerminatorKind::Drop || body.blocks[block].is_cleanup)
      continue;
    Local &local = locals[body.places[terminator.place].local.index()];
    local.dropped = true;
    if (local.inits == 0 || !flow_.dominatesNormally(local.init.block, block))
      local.needs_bits = true;
    // A call initialises on its return edge only: the block itself is no witness.
    if (local.inits != 0 && local.init.block == block && flow_.statementAt(local.init) == nullptr)
      local.needs_bits = true;
  }
  if (which == Locals::Undecided) {
    const std::vector<bool> undecided = findUndecided(flow_, moves_);
    for (std::size_t i = 0; i < locals.size(); ++i)
      locals[i].needs_bits &= undecided[i];
  }
  for (std::size_t i = 0; i < locals.size(); ++i)
    if (locals[i].dropped && locals[i].needs_bits)
      moves_.forEachBelow(moves_.ofLocal(mir::LocalId(i)), [&](MovePathId path) { number_[path] = count_++; });
}

/// Moves before inits; a drop leaves nothing behind.
template <typename Absent, typename Present> void DropStates::effects(Location at, Absent absent, Present present) const {
  forEachStateChange(
      flow_, moves_, at,
      [&](MovePathId path) {
        if (number_[path] != untracked)
          absent(number_[path]);
      },
      [&](MovePathId path) {
        if (number_[path] != untracked)
          present(number_[path]);
      });
}

void DropStates::solve() {
  analysis_.reset(flow_, Direction::Forward, 2 * count_);
  if (count_ == 0)
    return;
  const BitRow entry = analysis_.boundary();
  for (std::uint32_t path = 0; path < count_; ++path)
    setBit(entry, (2 * path) + 1);
  for (std::uint32_t i = 0; i < moves_.argumentCount(); ++i)
    moves_.forEachBelow(moves_.inits()[i].path, [&](MovePathId path) {
      if (number_[path] == untracked)
        return;
      setBit(entry, 2 * number_[path]);
      clearBit(entry, (2 * number_[path]) + 1);
    });
  for (const mir::BlockId block : flow_.order()) {
    forEachLocation(flow_, block, [&](Location at) {
      effects(
          at,
          [&](std::uint32_t path) {
            analysis_.kill(block, 2 * path);
            analysis_.gen(block, (2 * path) + 1);
          },
          [&](std::uint32_t path) {
            analysis_.gen(block, 2 * path);
            analysis_.kill(block, (2 * path) + 1);
          });
      forEachMutablyBorrowed(flow_, moves_, at, [&](MovePathId path) {
        if (variants_ == Variants::Known && number_[path] != untracked)
          analysis_.gen(block, 2 * number_[path]);
      });
    });
    forEachInitOnReturn(flow_, moves_, block, [&](const Init &init) {
      moves_.forEachBelow(init.path, [&](MovePathId path) {
        if (number_[path] == untracked)
          return;
        analysis_.genOnEdge(block, return_edge, 2 * number_[path]);
        analysis_.killOnEdge(block, return_edge, (2 * number_[path]) + 1);
      });
    });
    if (variants_ == Variants::Known)
      forEachRuledOut(flow_, moves_, block, [&](std::uint32_t edge, MovePathId path) {
        if (number_[path] == untracked)
          return;
        analysis_.killOnEdge(block, edge, 2 * number_[path]);
        analysis_.genOnEdge(block, edge, (2 * number_[path]) + 1);
      });
    if (flow_.body().blocks[block].terminator.kind == mir::TerminatorKind::FalseEdge)
      analysis_.cutEdge(block, 1); // the borrow check's alone: no run takes it
  }
  analysis_.solve();
}

DropStates::State DropStates::atStart(mir::BlockId block) const {
  const ConstBitRow row = analysis_.at(block);
  return {row.begin(), row.end()};
}

void DropStates::apply(State &state, Location at) const {
  effects(
      at,
      [&](std::uint32_t path) {
        clearBit(state, 2 * path);
        setBit(state, (2 * path) + 1);
      },
      [&](std::uint32_t path) {
        setBit(state, 2 * path);
        clearBit(state, (2 * path) + 1);
      });
  forEachMutablyBorrowed(flow_, moves_, at, [&](MovePathId path) {
    if (variants_ == Variants::Known && number_[path] != untracked)
      setBit(state, 2 * number_[path]);
  });
}

DropStates::State DropStates::beforeTerminator(mir::BlockId block) const {
  State state = atStart(block);
  const Location terminator = flow_.terminatorOf(block);
  if (count_ != 0)
    for (Location at{block, 0}; at.statement < terminator.statement; ++at.statement)
      apply(state, at);
  return state;
}

DropStates::State DropStates::afterTerminator(mir::BlockId block) const {
  State state = beforeTerminator(block);
  const Location terminator = flow_.terminatorOf(block);
  if (count_ != 0)
    apply(state, terminator);
  const auto [first, last] = moves_.initsAt(terminator);
  for (std::uint32_t i = first; i < last; ++i)
    moves_.forEachBelow(moves_.inits()[i].path, [&](MovePathId path) {
      if (number_[path] == untracked)
        return;
      setBit(state, 2 * number_[path]);
      clearBit(state, (2 * number_[path]) + 1);
    });
  return state;
}

void DropStates::drop(State &state, MovePathId dropped) const {
  moves_.forEachBelow(dropped, [&](MovePathId path) {
    if (number_[path] == untracked)
      return;
    clearBit(state, 2 * number_[path]);
    setBit(state, (2 * number_[path]) + 1);
  });
}

} // namespace lien
