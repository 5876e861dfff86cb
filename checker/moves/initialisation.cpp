#include "checker/moves/initialisation.hpp"

namespace lien {

namespace {

/// The initialisations that happen when the call that ends `block` returns: (index of the init).
template <typename Each> void forEachInitOnReturn(const ControlFlow &flow, const MoveData &data, mir::BlockId block, Each each) {
  auto [first, last] = data.initsAt(flow.terminatorOf(block));
  for (std::uint32_t i = first; i < last; ++i)
    if (data.inits()[i].kind == InitKind::OnReturn)
      each(i);
}

template <typename Visit> void forEachLocation(const ControlFlow &flow, mir::BlockId block, Visit visit) {
  auto statements = static_cast<std::uint32_t>(flow.body().blocks[block].statements.size());
  for (std::uint32_t statement = 0; statement <= statements; ++statement)
    visit(Location{block, statement});
}

constexpr std::uint32_t return_edge = 0;

} // namespace

// ---------------------------------------------------------------------------------------------------------- maybe uninitialised

void MaybeUninitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, static_cast<std::uint32_t>(data_.size()));
  BitRow entry = analysis_.boundary();
  for (std::uint32_t path = 0; path < data_.size(); ++path)
    setBit(entry, path);
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    data_.forEachBelow(data_.inits()[i].path, [&](MovePathId path) { clearBit(entry, path.value); });

  for (mir::BlockId block : flow_.order()) {
    forEachLocation(flow_, block, [&](Location at) {
      forEachStateChange(
          flow_, data_, at, [&](MovePathId path) { analysis_.gen(block, path.value); }, [&](MovePathId path) { analysis_.kill(block, path.value); });
    });
    forEachInitOnReturn(flow_, data_, block, [&](std::uint32_t init) {
      data_.forEachBelow(data_.inits()[init].path, [&](MovePathId path) { analysis_.killOnEdge(block, return_edge, path.value); });
    });
  }
  analysis_.solve();
}

void MaybeUninitialised::apply(BitRow state, Location at) const {
  forEachStateChange(
      flow_, data_, at, [&](MovePathId path) { setBit(state, path.value); }, [&](MovePathId path) { clearBit(state, path.value); });
}

// ------------------------------------------------------------------------------------------------------------ maybe initialised

namespace {

/// A place that is borrowed mutably may get a value of any variant through the reference: what is below it may be initialised again.
template <typename Present> void forEachMutablyBorrowed(const ControlFlow &flow, const MoveData &data, Location at, Present present) {
  const mir::Statement *statement = flow.statementAt(at);
  if (statement == nullptr || statement->kind != mir::StatementKind::Assign || statement->rvalue.kind != mir::RvalueKind::Ref)
    return;
  mir::BorrowKind borrow = statement->rvalue.borrow;
  if (borrow != mir::BorrowKind::Mut && borrow != mir::BorrowKind::TwoPhaseMut && borrow != mir::BorrowKind::UniqueInClosure)
    return;
  PathLookup borrowed = data.find(statement->rvalue.place);
  if (borrowed.exact)
    data.forEachBelow(borrowed.path, present);
}

} // namespace

void MaybeInitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, static_cast<std::uint32_t>(data_.size()));
  BitRow entry = analysis_.boundary();
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    data_.forEachBelow(data_.inits()[i].path, [&](MovePathId path) { setBit(entry, path.value); });

  for (mir::BlockId block : flow_.order()) {
    auto gen = [&](MovePathId path) { analysis_.gen(block, path.value); };
    forEachLocation(flow_, block, [&](Location at) {
      forEachStateChange(flow_, data_, at, [&](MovePathId path) { analysis_.kill(block, path.value); }, gen);
      forEachMutablyBorrowed(flow_, data_, at, gen);
    });
    forEachInitOnReturn(flow_, data_, block, [&](std::uint32_t init) {
      data_.forEachBelow(data_.inits()[init].path, [&](MovePathId path) { analysis_.genOnEdge(block, return_edge, path.value); });
    });
    refineSwitch(block);
  }
  analysis_.solve();
}

/// Rule: `switch discriminant(p)`: on the edge of variant V there is nothing below `p as W` for any other variant W (rustc dev guide, "Drop elaboration").
void MaybeInitialised::refineSwitch(mir::BlockId block) {
  const mir::Terminator &terminator = flow_.body().blocks[block].terminator;
  if (terminator.kind != mir::TerminatorKind::SwitchInt || !terminator.place.isValid())
    return;
  PathLookup switched = data_.find(terminator.place);
  if (!switched.exact)
    return;
  for (std::uint32_t edge = 0; edge < terminator.values.size(); ++edge) {
    for (MovePathId child = data_[switched.path].first_child; child.isValid(); child = data_[child].next_sibling) {
      const mir::Projection &step = flow_.body().places[data_[child].place].step;
      if (step.kind != mir::ProjectionKind::Downcast || step.a == terminator.values[edge].lo)
        continue;
      data_.forEachBelow(child, [&](MovePathId path) { analysis_.killOnEdge(block, edge, path.value); });
    }
  }
}

void MaybeInitialised::apply(BitRow state, Location at) const {
  auto present = [&](MovePathId path) { setBit(state, path.value); };
  forEachStateChange(flow_, data_, at, [&](MovePathId path) { clearBit(state, path.value); }, present);
  forEachMutablyBorrowed(flow_, data_, at, present);
}

// ------------------------------------------------------------------------------------------------------------- ever initialised

template <typename Gen, typename Kill> void EverInitialised::effects(Location at, Gen gen, Kill kill) const {
  auto [first, last] = data_.initsAt(at);
  for (std::uint32_t i = first; i < last; ++i)
    if (data_.inits()[i].kind != InitKind::OnReturn)
      gen(i);
  const mir::Statement *statement = flow_.statementAt(at);
  if (statement == nullptr || statement->kind != mir::StatementKind::StorageDead)
    return;
  // A new round of a loop starts with fresh storage: `let x = 1;` is no second assignment.
  for (std::uint32_t init : inits_of_[flow_.body().places[statement->place].local])
    kill(init);
}

void EverInitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, static_cast<std::uint32_t>(data_.inits().size()));
  inits_of_.clear();
  inits_of_.resize(flow_.body().locals.size());
  for (std::uint32_t i = 0; i < data_.inits().size(); ++i) {
    MovePathId path = data_.inits()[i].path;
    if (!data_[path].parent.isValid())
      inits_of_[data_.localOf(path)].push_back(i);
  }
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    setBit(analysis_.boundary(), i);
  for (mir::BlockId block : flow_.order()) {
    forEachLocation(flow_, block, [&](Location at) {
      effects(at, [&](std::uint32_t init) { analysis_.gen(block, init); }, [&](std::uint32_t init) { analysis_.kill(block, init); });
    });
    forEachInitOnReturn(flow_, data_, block, [&](std::uint32_t init) { analysis_.genOnEdge(block, return_edge, init); });
  }
  analysis_.solve();
}

void EverInitialised::apply(BitRow state, Location at) const {
  effects(at, [&](std::uint32_t init) { setBit(state, init); }, [&](std::uint32_t init) { clearBit(state, init); });
}

std::optional<std::uint32_t> EverInitialised::initOf(mir::LocalId local, ConstBitRow state) const {
  for (std::uint32_t init : inits_of_[local])
    if (testBit(state, init))
      return init;
  return std::nullopt;
}

} // namespace lien
