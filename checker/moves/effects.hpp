// What statements, calls, switches and borrows do to move paths: the one place where every analysis of what is there and what is gone reads it.
#pragma once

#include "checker/dataflow/bit_changes.hpp"
#include "checker/moves/move_paths.hpp"

namespace lien {

template <typename Visit> void forEachLocation(const ControlFlow &flow, mir::BlockId block, Visit visit) {
  const Location terminator = flow.terminatorOf(block);
  for (Location at{block, 0}; at.statement <= terminator.statement; ++at.statement)
    visit(at);
}

/// Tells `absent(path)` and `present(path)` for everything that the statement or terminator at `at` does to paths, moves before inits; what a call does
/// on return only is not told here. A drop leaves nothing behind, though it counts as no move.
template <typename Absent, typename Present>
void forEachStateChange(const ControlFlow &flow, const MoveData &data, Location at, Absent absent, Present present) {
  auto [first_move, last_move] = data.movesAt(at);
  for (std::uint32_t i = first_move; i < last_move; ++i)
    data.forEachBelow(data.moves()[i].path, absent);
  const mir::Statement *statement = flow.statementAt(at);
  if (statement == nullptr) {
    const mir::Terminator &terminator = flow.body().blocks[at.block].terminator;
    if (terminator.kind == mir::TerminatorKind::Drop) {
      PathLookup dropped = data.find(terminator.place);
      if (dropped.exact)
        data.forEachBelow(dropped.path, absent);
    }
  }
  auto [first_init, last_init] = data.initsAt(at);
  for (std::uint32_t i = first_init; i < last_init; ++i)
    if (data.inits()[i].kind != InitKind::OnReturn)
      data.forEachBelow(data.inits()[i].path, present);
}

/// May the access change what is there and what is gone?
inline bool changesState(AccessKind access) {
  return access == AccessKind::Move || access == AccessKind::Write || access == AccessKind::Drop || access == AccessKind::StorageDead;
}

/// The initialisations that happen when the call that ends `block` returns.
template <typename Each> void forEachInitOnReturn(const ControlFlow &flow, const MoveData &data, mir::BlockId block, Each each) {
  const auto [first, last] = data.initsAt(flow.terminatorOf(block));
  for (std::uint32_t i = first; i < last; ++i)
    if (data.inits()[i].kind == InitKind::OnReturn)
      each(data.inits()[i]);
}

/// Tells `present(path)` for what is at or below a place that is borrowed mutably at `at`: through the reference an enum may get a value of any variant.
template <typename Present> void forEachMutablyBorrowed(const ControlFlow &flow, const MoveData &data, Location at, Present present) {
  const mir::Statement *statement = flow.statementAt(at);
  if (statement == nullptr || statement->kind != mir::StatementKind::Assign || statement->rvalue.kind != mir::RvalueKind::Ref)
    return;
  const mir::BorrowKind borrow = statement->rvalue.borrow;
  if (borrow != mir::BorrowKind::Mut && borrow != mir::BorrowKind::TwoPhaseMut && borrow != mir::BorrowKind::UniqueInClosure)
    return;
  if (const PathLookup borrowed = data.find(statement->rvalue.place); borrowed.exact)
    data.forEachBelow(borrowed.path, present);
}

/// Rule: `switch discriminant(p)`: on the edge of variant V there is nothing below `p as W` for any other variant W; on the last edge, nothing below those
/// that have an edge (rustc dev guide, "Drop elaboration"). Tells `each(edge, path)` what the switch that ends `block` rules out.
template <typename Each> void forEachRuledOut(const ControlFlow &flow, const MoveData &data, mir::BlockId block, Each each) {
  const mir::Terminator &terminator = flow.body().blocks[block].terminator;
  if (terminator.kind != mir::TerminatorKind::SwitchInt || !terminator.place.isValid())
    return;
  const PathLookup switched = data.find(terminator.place);
  if (!switched.exact)
    return;
  const auto isListed = [&](std::uint32_t variant) {
    return llvm::any_of(terminator.values, [&](const typed::ConstantValue &value) { return value.lo == variant; });
  };
  for (std::uint32_t edge = 0; edge <= terminator.values.size(); ++edge) {
    const bool otherwise = edge == terminator.values.size();
    for (MovePathId child = data[switched.path].first_child; child.isValid(); child = data[child].next_sibling) {
      const mir::Projection &step = flow.body().places[data[child].place].step;
      if (step.kind != mir::ProjectionKind::Downcast || (otherwise ? !isListed(step.a) : step.a == terminator.values[edge].lo))
        continue;
      data.forEachBelow(child, [&](MovePathId path) { each(edge, path); });
    }
  }
}

} // namespace lien
