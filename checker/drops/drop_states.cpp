#include "checker/drops/drop_states.hpp"

#include "checker/moves/initialisation.hpp"

namespace lien {

namespace {

constexpr std::uint32_t return_edge = 0;

/// Through a mutable borrow an enum may get any variant: what is below it may hold a value again.
template <typename Present> void forEachMutablyBorrowed(const ControlFlow &flow, const MoveData &moves, Location at, Present present) {
  const mir::Statement *statement = flow.statementAt(at);
  if (statement == nullptr || statement->kind != mir::StatementKind::Assign || statement->rvalue.kind != mir::RvalueKind::Ref)
    return;
  const mir::BorrowKind borrow = statement->rvalue.borrow;
  if (borrow != mir::BorrowKind::Mut && borrow != mir::BorrowKind::TwoPhaseMut && borrow != mir::BorrowKind::UniqueInClosure)
    return;
  const PathLookup borrowed = moves.find(statement->rvalue.place);
  if (borrowed.exact)
    moves.forEachBelow(borrowed.path, present);
}

} // namespace

DropStates::DropStates(const ControlFlow &flow, const MoveData &moves, Variants variants)
    : flow_(flow), moves_(moves), number_(moves.size(), untracked), variants_(variants) {
  choosePaths();
  solve();
}

void DropStates::choosePaths() {
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
    const Location terminator = flow_.terminatorOf(block);
    for (Location at{block, 0}; at.statement <= terminator.statement; ++at.statement) {
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
    }
    const auto [first, last] = moves_.initsAt(terminator);
    for (std::uint32_t i = first; i < last; ++i)
      if (moves_.inits()[i].kind == InitKind::OnReturn)
        moves_.forEachBelow(moves_.inits()[i].path, [&](MovePathId path) {
          if (number_[path] == untracked)
            return;
          analysis_.genOnEdge(block, return_edge, 2 * number_[path]);
          analysis_.killOnEdge(block, return_edge, (2 * number_[path]) + 1);
        });
    refineSwitch(block);
    if (flow_.body().blocks[block].terminator.kind == mir::TerminatorKind::FalseEdge)
      analysis_.cutEdge(block, 1); // the borrow check's alone: no run takes it
  }
  analysis_.solve();
}

/// Rule: on the edge of one variant nothing is left of any other; on the last edge, nothing of those that have an edge.
void DropStates::refineSwitch(mir::BlockId block) {
  const mir::Terminator &terminator = flow_.body().blocks[block].terminator;
  if (variants_ == Variants::Ignored || terminator.kind != mir::TerminatorKind::SwitchInt || !terminator.place.isValid())
    return;
  const PathLookup switched = moves_.find(terminator.place);
  if (!switched.exact)
    return;
  const auto isListed = [&](std::uint32_t variant) {
    return llvm::any_of(terminator.values, [&](const typed::ConstantValue &value) { return value.lo == variant; });
  };
  for (std::uint32_t edge = 0; edge <= terminator.values.size(); ++edge)
    for (MovePathId child = moves_[switched.path].first_child; child.isValid(); child = moves_[child].next_sibling) {
      const mir::Projection &step = flow_.body().places[moves_[child].place].step;
      const bool otherwise = edge == terminator.values.size();
      if (step.kind != mir::ProjectionKind::Downcast || (otherwise ? !isListed(step.a) : step.a == terminator.values[edge].lo))
        continue;
      moves_.forEachBelow(child, [&](MovePathId path) {
        if (number_[path] == untracked)
          return;
        analysis_.killOnEdge(block, edge, 2 * number_[path]);
        analysis_.genOnEdge(block, edge, (2 * number_[path]) + 1);
      });
    }
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
