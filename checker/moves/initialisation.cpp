#include "checker/moves/initialisation.hpp"

namespace lien {

// ---------------------------------------------------------------------------------------------------------- maybe uninitialised

void MaybeUninitialised::listChanges() {
  std::uint32_t last = UINT32_MAX;
  for (const mir::BlockId block : flow_.order()) {
    const std::uint32_t first = flow_.statementIndex({block, 0});
    for (const PlacedAccess &access : flow_.accessesOf(block)) {
      if (access.point == last || !changesState(access.kind) || !tracked_.isTracked(access.local))
        continue;
      last = access.point; // all of the statement's changes are told at once
      const auto change = [&](MovePathId path, bool sets, bool on_return = false) {
        if (const std::uint32_t bit = tracked_.bit(path); bit != TrackedPaths::untracked)
          changes_.add({access.point, block, bit, sets, on_return});
      };
      const Location at{block, access.point - first};
      forEachStateChange(flow_, data_, at, [&](MovePathId path) { change(path, true); }, [&](MovePathId path) { change(path, false); });
      if (at == flow_.terminatorOf(block))
        forEachInitOnReturn(flow_, data_, block, [&](const Init &init) { data_.forEachBelow(init.path, [&](MovePathId path) { change(path, false, true); }); });
    }
  }
}

void MaybeUninitialised::solve(Blocks which) {
  listChanges();
  const std::uint32_t bits = tracked_.rowBits();
  analysis_.reset(flow_, Direction::Forward, bits);
  if (bits == 0)
    return;
  BitRow entry = analysis_.boundary();
  for (std::uint32_t bit = 0; bit < bits; ++bit)
    setBit(entry, bit);
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    data_.forEachBelow(data_.inits()[i].path, [&](MovePathId path) {
      if (const std::uint32_t bit = tracked_.bit(path); tracked_.isInRows(bit))
        clearBit(entry, bit);
    });
  changes_.tell(analysis_, bits);
  analysis_.solve(which);
}

MaybeUninitialised::Walk::Walk(const MaybeUninitialised &analysis)
    : analysis_(analysis), state_((analysis.tracked_.walkBits() + bits_per_word - 1) / bits_per_word, ~BitWord{0}), left_(analysis.changes_.all()) {}

void MaybeUninitialised::Walk::enter(mir::BlockId block) {
  const std::uint32_t start = analysis_.flow_.statementIndex({block, 0});
  advance(start);
  llvm::copy(analysis_.atStart(block), state_.begin());
}

void MaybeUninitialised::Walk::advance(std::uint32_t point) {
  for (; !left_.empty() && left_.front().point < point; left_ = left_.drop_front()) {
    const BitChanges::Change &change = left_.front();
    // All that is mentioned of a chain's paths is in the chain: its call has returned wherever anybody asks.
    if (!change.on_return || !analysis_.tracked_.isInRows(change.bit))
      change.sets ? setBit(state_, change.bit) : clearBit(state_, change.bit);
  }
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
    : flow_(flow), data_(data), asked_(std::move(asked)), first_bit_(data.localCount() + 1, 0), bit_of_init_(data.inits().size(), UINT32_MAX) {
  numberInits();
}

void EverInitialised::numberInits() {
  const auto isAsked = [&](const Init &init) { return init.path.index() < data_.localCount() && asked_[init.path.index()]; };
  for (const Init &init : data_.inits())
    if (isAsked(init))
      ++first_bit_[init.path.index() + 1];
  for (std::size_t local = 1; local < first_bit_.size(); ++local)
    first_bit_[local] += first_bit_[local - 1];
  init_of_bit_.resize(first_bit_.back());
  std::vector<std::uint32_t> next(first_bit_.begin(), first_bit_.end() - 1);
  for (std::uint32_t init = 0; init < data_.inits().size(); ++init)
    if (isAsked(data_.inits()[init])) {
      bit_of_init_[init] = next[data_.inits()[init].path.index()]++;
      init_of_bit_[bit_of_init_[init]] = init;
    }
}

void EverInitialised::listChanges() {
  for (const mir::BlockId block : flow_.order()) {
    const std::uint32_t first = flow_.statementIndex({block, 0});
    for (const PlacedAccess &access : flow_.accessesOf(block)) {
      if (!asked_[access.local.index()])
        continue;
      // A new round of a loop starts with fresh storage: `let x = 1;` is no second assignment.
      if (access.kind == AccessKind::StorageDead)
        for (std::uint32_t bit = first_bit_[access.local.index()]; bit < first_bit_[access.local.index() + 1]; ++bit)
          changes_.add({access.point, block, bit, false});
      if (access.kind != AccessKind::Write || !access.is_whole)
        continue;
      const auto [begin, end] = data_.initsAt({block, access.point - first});
      for (std::uint32_t i = begin; i < end; ++i)
        if (bit_of_init_[i] != UINT32_MAX)
          changes_.add({access.point, block, bit_of_init_[i], true, data_.inits()[i].kind == InitKind::OnReturn});
    }
  }
}

void EverInitialised::solve(Blocks which) {
  const auto bits = static_cast<std::uint32_t>(init_of_bit_.size());
  analysis_.reset(flow_, Direction::Forward, bits);
  if (bits == 0)
    return;
  listChanges();
  for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
    if (bit_of_init_[i] != UINT32_MAX)
      setBit(analysis_.boundary(), bit_of_init_[i]);
  changes_.tell(analysis_, bits);
  analysis_.solve(which);
}

void EverInitialised::apply(BitRow state, std::uint32_t point, std::uint32_t end) const {
  for (const BitChanges::Change &change : changes_.between(point, end))
    if (!change.on_return)
      change.sets ? setBit(state, change.bit) : clearBit(state, change.bit);
}

std::optional<std::uint32_t> EverInitialised::initOf(mir::LocalId local, ConstBitRow state) const {
  for (std::uint32_t bit = first_bit_[local.index()]; bit < first_bit_[local.index() + 1]; ++bit)
    if (testBit(state, bit))
      return init_of_bit_[bit];
  return std::nullopt;
}

} // namespace lien
