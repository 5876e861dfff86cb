#include "checker/drops/drop_states.hpp"

#include "checker/moves/effects.hpp"

namespace lien {

bool endsStorage(const ControlFlow &flow, Location at) {
  const mir::Statement *statement = flow.statementAt(at);
  return statement != nullptr && statement->kind == mir::StatementKind::StorageDead;
}

std::vector<bool> findChangingLocals(const ControlFlow &flow, const MoveData &moves) {
  const mir::Body &body = flow.body();
  struct Local {
    bool dropped = false;
    bool changes = false;
    std::uint32_t inits = 0;
    Location init;
  };
  std::vector<Local> locals(body.locals.size());
  for (const MoveOut &move : moves.moves())
    if (!endsStorage(flow, move.at))
      locals[moves.localOf(move.path).index()].changes = true;
  for (std::uint32_t i = 0; i < moves.inits().size(); ++i) {
    const Init &init = moves.inits()[i];
    Local &local = locals[moves.localOf(init.path).index()];
    if (moves[init.path].parent.isValid() || ++local.inits > 1) {
      local.changes = true;
      continue;
    }
    local.init = init.kind == InitKind::Argument ? Location{flow.order().front(), 0} : init.at;
  }
  for (const mir::BlockId block : flow.order()) {
    const mir::Terminator &terminator = body.blocks[block].terminator;
    if (terminator.kind != mir::TerminatorKind::Drop || body.blocks[block].is_cleanup)
      continue;
    Local &local = locals[body.places[terminator.place].local.index()];
    local.dropped = true;
    if (local.inits == 0 || !flow.dominatesNormally(local.init.block, block))
      local.changes = true;
    // A call initialises on its return edge only: the block itself is no witness.
    if (local.inits != 0 && local.init.block == block && flow.statementAt(local.init) == nullptr)
      local.changes = true;
  }
  std::vector<bool> changing(locals.size());
  for (std::size_t i = 0; i < locals.size(); ++i)
    changing[i] = locals[i].dropped && locals[i].changes;
  return changing;
}

/// Rule: where every move and initialisation of a local lies on every way to each of its drops, they come in the same order on every way (a way that left one
/// out would exist otherwise), and what the drop finds is decided.
std::vector<bool> findUndecidedLocals(const ControlFlow &flow, const MoveData &moves) {
  const mir::Body &body = flow.body();
  const std::vector<bool> changing = findChangingLocals(flow, moves);
  std::vector<llvm::SmallVector<mir::BlockId, 2>> drops(body.locals.size());
  for (const mir::BlockId block : flow.order())
    if (const mir::BasicBlock &data = body.blocks[block]; data.terminator.kind == mir::TerminatorKind::Drop && !data.is_cleanup)
      drops[body.places[data.terminator.place].local.index()].push_back(block);
  std::vector<bool> undecided(body.locals.size(), false);
  const auto happens = [&](MovePathId path, mir::BlockId block) {
    const std::size_t local = moves.localOf(path).index();
    if (changing[local] && !undecided[local])
      undecided[local] = llvm::any_of(drops[local], [&](mir::BlockId drop) { return !flow.dominatesNormally(block, drop); });
  };
  for (const MoveOut &move : moves.moves())
    if (!endsStorage(flow, move.at))
      happens(move.path, move.at.block);
  for (const Init &init : moves.inits().drop_front(moves.argumentCount()))
    happens(init.path, init.at.block);
  return undecided;
}

DropStates::DropStates(const RunGraph &graph, const ControlFlow &flow, const MoveData &moves, Variants variants, const std::vector<bool> &tracked)
    : graph_(graph), flow_(flow), moves_(moves), tracked_(tracked), number_(moves.size(), untracked), presence_(graph, numberPaths()) {
  boundQuestions();
  tellMovesAndInits();
  if (variants == Variants::Known && has_variants_)
    tellVariants();
  presence_.solve();
}

std::uint32_t DropStates::numberPaths() {
  std::uint32_t count = 0;
  for (std::size_t local = 0; local < tracked_.size(); ++local)
    if (tracked_[local])
      moves_.forEachBelow(moves_.ofLocal(mir::LocalId(local)), [&](MovePathId path) {
        number_[path] = count++;
        has_variants_ |= flow_.body().places[moves_[path].place].step.kind == mir::ProjectionKind::Downcast;
      });
  return count;
}

/// What is asked about a local is asked on the way to a drop. Where one initialisation of the whole dominates all of them, it does not matter what was before.
void DropStates::boundQuestions() {
  const mir::Body &body = flow_.body();
  IdVector<mir::LocalId, RunGraph::Node> start(body.locals.size(), RunGraph::none);
  for (const Init &init : moves_.inits().drop_front(moves_.argumentCount()))
    if (!moves_[init.path].parent.isValid() && isTracked(init.path) && graph_.isReached(init.at.block))
      start[moves_.localOf(init.path)] = std::min(start[moves_.localOf(init.path)], graph_.nodeOf(init.at.block));
  for (RunGraph::Node node = 0; node < graph_.size(); ++node)
    if (const mir::Terminator &end = body.blocks[graph_.block(node)].terminator; end.kind == mir::TerminatorKind::Drop) {
      RunGraph::Node &from = start[body.places[end.place].local];
      from = from != RunGraph::none && graph_.dominates(from, node) ? from : RunGraph::none;
    }
  for (std::uint32_t local = 0; local < body.locals.size(); ++local)
    if (const mir::LocalId id(local); start[id] != RunGraph::none)
      moves_.forEachBelow(moves_.ofLocal(id), [&](MovePathId path) { presence_.askOnlyWithin(number_[path], start[id]); });
}

void DropStates::tell(MovePathId path, Location at, Turn turn, PresenceChange change) {
  const RunGraph::Node node = graph_.nodeOf(at.block);
  if (node == RunGraph::none || !isTracked(path))
    return;
  const std::uint64_t time = (std::uint64_t{flow_.statementIndex(at)} * 4) + static_cast<std::uint64_t>(turn);
  if (flow_.statementAt(at) == nullptr && turn != Turn::RuledOut)
    presence_.changeAtEnd(number_[path], node, time, change);
  else
    presence_.change(number_[path], node, time, change);
}

void DropStates::tellBelow(MovePathId path, Location at, Turn turn, PresenceChange change) {
  if (isTracked(path))
    moves_.forEachBelow(path, [&](MovePathId below) { tell(below, at, turn, change); });
}

/// A drop leaves nothing behind. What a call puts in is there when it returns.
void DropStates::tellMovesAndInits() {
  for (const MoveOut &move : moves_.moves())
    tellBelow(move.path, move.at, Turn::Leaves, PresenceChange::leaves());
  for (RunGraph::Node node = 0; node < graph_.size(); ++node)
    if (const mir::Terminator &end = flow_.body().blocks[graph_.block(node)].terminator; end.kind == mir::TerminatorKind::Drop)
      if (const PathLookup dropped = moves_.find(end.place); dropped.exact)
        tellBelow(dropped.path, flow_.terminatorOf(graph_.block(node)), Turn::Leaves, PresenceChange::leaves());
  for (const Init &init : moves_.inits().take_front(moves_.argumentCount()))
    if (isTracked(init.path))
      moves_.forEachBelow(init.path, [&](MovePathId path) { presence_.holdAtEntry(number_[path]); });
  for (const Init &init : moves_.inits().drop_front(moves_.argumentCount()))
    tellBelow(init.path, init.at, Turn::Arrives, PresenceChange::arrives());
}

/// What a `match` rules out on its ways, and borrows, through which an enum may get a value of any variant.
void DropStates::tellVariants() {
  for (RunGraph::Node node = 0; node < graph_.size(); ++node) {
    const mir::BlockId block = graph_.block(node);
    forEachLocation(flow_, block, [&](Location at) {
      forEachMutablyBorrowed(flow_, moves_, at, [&](MovePathId path) { tell(path, at, Turn::Borrowed, PresenceChange::mayArrive()); });
    });
    const mir::Terminator &end = flow_.body().blocks[block].terminator;
    forEachRuledOut(flow_, moves_, block, [&](std::uint32_t edge, MovePathId path) {
      if (!isTracked(path))
        return;
      const mir::BlockId target = end.targets[edge];
      if (graph_.incoming(graph_.nodeOf(target)).size() == 1)
        tell(path, {target, 0}, Turn::RuledOut, PresenceChange::leaves());
      else
        presence_.leaveOnEdge(number_[path], node, graph_.nodeOf(target));
    });
  }
}

} // namespace lien
