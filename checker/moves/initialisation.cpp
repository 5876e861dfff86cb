#include "checker/moves/initialisation.hpp"

namespace lien {

// ---------------------------------------------------------------------------------------------------------- maybe uninitialised

void MaybeUninitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, tracked_.rowBits());
  auto inRow = [&](MovePathId path, auto act) {
    std::uint32_t bit = tracked_.bit(path);
    if (tracked_.isInRows(bit))
      act(bit);
  };
  BitRow entry = analysis_.boundary();
  for (std::uint32_t bit = 0; bit < tracked_.rowBits(); ++bit)
    setBit(entry, bit);
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    data_.forEachBelow(data_.inits()[i].path, [&](MovePathId path) { inRow(path, [&](std::uint32_t bit) { clearBit(entry, bit); }); });
  if (tracked_.rowBits() == 0)
    return;

  for (mir::BlockId block : flow_.order()) {
    auto gen = [&](MovePathId path) { inRow(path, [&](std::uint32_t bit) { analysis_.gen(block, bit); }); };
    auto kill = [&](MovePathId path) { inRow(path, [&](std::uint32_t bit) { analysis_.kill(block, bit); }); };
    forEachLocation(flow_, block, [&](Location at) { forEachStateChange(flow_, data_, at, gen, kill); });
    forEachInitOnReturn(flow_, data_, block, [&](const Init &init) {
      data_.forEachBelow(init.path, [&](MovePathId path) { inRow(path, [&](std::uint32_t bit) { analysis_.killOnEdge(block, return_edge, bit); }); });
    });
  }
  analysis_.solve();
}

llvm::SmallVector<BitWord, 8> MaybeUninitialised::startWalk() const {
  return llvm::SmallVector<BitWord, 8>((tracked_.walkBits() + bits_per_word - 1) / bits_per_word, ~BitWord{0});
}

void MaybeUninitialised::enter(BitRow state, mir::BlockId block) const {
  ConstBitRow row = analysis_.at(block);
  std::copy(row.begin(), row.end(), state.begin());
  // What a chain's own call has put in on the way here.
  llvm::ArrayRef<mir::BlockId> predecessors = flow_.predecessors(block);
  if (predecessors.size() != 1 || flow_.successors(predecessors.front()).front() != block)
    return;
  forEachInitOnReturn(flow_, data_, predecessors.front(), [&](const Init &init) {
    data_.forEachBelow(init.path, [&](MovePathId path) {
      std::uint32_t bit = tracked_.bit(path);
      if (bit != TrackedPaths::untracked && !tracked_.isInRows(bit))
        clearBit(state, bit);
    });
  });
}

void MaybeUninitialised::apply(BitRow state, Location at) const {
  auto change = [&](MovePathId path, bool empty) {
    std::uint32_t bit = tracked_.bit(path);
    if (bit != TrackedPaths::untracked)
      empty ? setBit(state, bit) : clearBit(state, bit);
  };
  forEachStateChange(flow_, data_, at, [&](MovePathId path) { change(path, true); }, [&](MovePathId path) { change(path, false); });
}

// ------------------------------------------------------------------------------------------------------------ maybe initialised

void MaybeInitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, tracked_.rowBits());
  BitRow entry = analysis_.boundary();
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    data_.forEachBelow(data_.inits()[i].path, [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { setBit(entry, bit); }); });

  for (mir::BlockId block : flow_.order()) {
    auto gen = [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { analysis_.gen(block, bit); }); };
    auto kill = [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { analysis_.kill(block, bit); }); };
    forEachLocation(flow_, block, [&](Location at) {
      forEachStateChange(flow_, data_, at, kill, gen);
      forEachMutablyBorrowed(flow_, data_, at, gen);
    });
    forEachInitOnReturn(flow_, data_, block, [&](const Init &init) {
      data_.forEachBelow(init.path, [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { analysis_.genOnEdge(block, return_edge, bit); }); });
    });
    forEachRuledOut(flow_, data_, block,
                    [&](std::uint32_t edge, MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { analysis_.killOnEdge(block, edge, bit); }); });
  }
  analysis_.solve();
}

void MaybeInitialised::apply(BitRow state, Location at) const {
  auto present = [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { setBit(state, bit); }); };
  auto absent = [&](MovePathId path) { ifTracked(path, [&](std::uint32_t bit) { clearBit(state, bit); }); };
  forEachStateChange(flow_, data_, at, absent, present);
  forEachMutablyBorrowed(flow_, data_, at, present);
}

// ------------------------------------------------------------------------------------------------------------- ever initialised

EverInitialised::EverInitialised(const ControlFlow &flow, const MoveData &data, std::vector<bool> asked)
    : flow_(flow), data_(data), bits_of_(flow.body().locals.size()), bit_of_init_(data.inits().size(), UINT32_MAX) {
  for (std::uint32_t init = 0; init < data.inits().size(); ++init) {
    MovePathId path = data.inits()[init].path;
    if (data[path].parent.isValid() || !asked[data.localOf(path).index()])
      continue;
    bit_of_init_[init] = static_cast<std::uint32_t>(init_of_bit_.size());
    bits_of_[data.localOf(path)].push_back(bit_of_init_[init]);
    init_of_bit_.push_back(init);
  }
}

template <typename Gen, typename Kill> void EverInitialised::effects(Location at, Gen gen, Kill kill) const {
  auto [first, last] = data_.initsAt(at);
  for (std::uint32_t i = first; i < last; ++i)
    if (data_.inits()[i].kind != InitKind::OnReturn && bit_of_init_[i] != UINT32_MAX)
      gen(bit_of_init_[i]);
  const mir::Statement *statement = flow_.statementAt(at);
  if (statement == nullptr || statement->kind != mir::StatementKind::StorageDead)
    return;
  // A new round of a loop starts with fresh storage: `let x = 1;` is no second assignment.
  for (std::uint32_t bit : bits_of_[flow_.body().places[statement->place].local])
    kill(bit);
}

void EverInitialised::solve() {
  analysis_.reset(flow_, Direction::Forward, static_cast<std::uint32_t>(init_of_bit_.size()));
  if (init_of_bit_.empty())
    return;
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    if (bit_of_init_[i] != UINT32_MAX)
      setBit(analysis_.boundary(), bit_of_init_[i]);
  for (mir::BlockId block : flow_.order()) {
    forEachLocation(flow_, block, [&](Location at) {
      effects(at, [&](std::uint32_t bit) { analysis_.gen(block, bit); }, [&](std::uint32_t bit) { analysis_.kill(block, bit); });
    });
    forEachInitOnReturn(flow_, data_, block, [&](const Init &init) {
      if (const std::uint32_t bit = bit_of_init_[&init - data_.inits().data()]; bit != UINT32_MAX)
        analysis_.genOnEdge(block, return_edge, bit);
    });
  }
  analysis_.solve();
}

void EverInitialised::apply(BitRow state, Location at) const {
  effects(at, [&](std::uint32_t bit) { setBit(state, bit); }, [&](std::uint32_t bit) { clearBit(state, bit); });
}

std::optional<std::uint32_t> EverInitialised::initOf(mir::LocalId local, ConstBitRow state) const {
  for (std::uint32_t bit : bits_of_[local])
    if (testBit(state, bit))
      return init_of_bit_[bit];
  return std::nullopt;
}

} // namespace lien
