#include "checker/dataflow/gen_kill.hpp"

#include "diagnostics/internal_error.hpp"

namespace lien {

void GenKill::reset(const ControlFlow &flow, Direction direction, std::uint32_t bits) {
  flow_ = &flow;
  direction_ = direction;
  auto blocks = static_cast<std::uint32_t>(flow.order().size());
  gen_.reset(blocks, bits);
  kill_.reset(blocks, bits);
  state_.reset(blocks, bits);
  boundary_.reset(1, bits);
  scratch_.reset(2, bits);
  edge_effects_.clear();
}

void GenKill::gen(mir::BlockId block, std::uint32_t bit) {
  std::uint32_t rank = flow_->rank(block);
  setBit(gen_[rank], bit);
  clearBit(kill_[rank], bit);
}

void GenKill::kill(mir::BlockId block, std::uint32_t bit) {
  std::uint32_t rank = flow_->rank(block);
  setBit(kill_[rank], bit);
  clearBit(gen_[rank], bit);
}

void GenKill::killAllBut(mir::BlockId block, ConstBitRow bits) {
  const std::uint32_t rank = flow_->rank(block);
  for (std::uint32_t word = 0; word < bits.size(); ++word) {
    kill_[rank][word] |= ~bits[word];
    gen_[rank][word] &= bits[word];
  }
}

void GenKill::genOnEdge(mir::BlockId from, std::uint32_t successor, std::uint32_t bit) { addEdgeEffect(from, successor, bit, true); }
void GenKill::killOnEdge(mir::BlockId from, std::uint32_t successor, std::uint32_t bit) { addEdgeEffect(from, successor, bit, false); }

void GenKill::addEdgeEffect(mir::BlockId from, std::uint32_t successor, std::uint32_t bit, bool is_gen) {
  std::uint32_t rank = flow_->rank(from);
  require(edge_effects_.empty() || edge_effects_.back().from <= rank, "edge effects come in the order of blocks");
  edge_effects_.push_back({rank, successor, bit, is_gen});
}

/// What leaves the block, into the first row of `scratch_`.
void GenKill::transfer(std::uint32_t rank) {
  BitWord *out = scratch_[0].data();
  const BitWord *in = state_[rank].data();
  const BitWord *gen = gen_[rank].data();
  const BitWord *kill = kill_[rank].data();
  for (std::uint32_t word = 0, words = state_.wordsPerRow(); word < words; ++word)
    out[word] = (in[word] & ~kill[word]) | gen[word];
}

void GenKill::join(std::uint32_t rank, const BitWord *added) {
  BitWord *state = state_[rank].data();
  BitWord news = 0;
  for (std::uint32_t word = 0, words = state_.wordsPerRow(); word < words; ++word) {
    news |= added[word] & ~state[word];
    state[word] |= added[word];
  }
  dirty_[rank] |= static_cast<std::uint8_t>(news != 0);
}

void GenKill::pushForward(std::uint32_t rank) {
  const llvm::ArrayRef<mir::BlockId> successors = flow_->successors(flow_->order()[rank]);
  const llvm::ArrayRef<EdgeEffect> effects = effectsOf(rank);
  for (std::uint32_t i = 0; i < successors.size(); ++i) {
    const std::uint32_t to = flow_->rank(successors[i]);
    if (effects.empty())
      join(to, scratch_[0].data());
    else
      pushChanged(to, i, effects);
  }
}

void GenKill::pushChanged(std::uint32_t to, std::uint32_t successor, llvm::ArrayRef<EdgeEffect> effects) {
  const BitRow changed = scratch_[1];
  llvm::copy(scratch_[0], changed.begin());
  for (const EdgeEffect &effect : effects) {
    if (effect.successor != successor)
      continue;
    if (effect.bit == whole_edge)
      return;
    effect.gen ? setBit(changed, effect.bit) : clearBit(changed, effect.bit);
  }
  join(to, changed.data());
}

void GenKill::pushBackward(std::uint32_t rank) {
  for (const mir::BlockId predecessor : flow_->predecessors(flow_->order()[rank]))
    join(flow_->rank(predecessor), scratch_[0].data());
}

void GenKill::indexEdgeEffects() {
  first_edge_effect_.clear();
  if (edge_effects_.empty())
    return;
  first_edge_effect_.assign(flow_->order().size() + 1, 0);
  for (const EdgeEffect &effect : edge_effects_)
    ++first_edge_effect_[effect.from + 1];
  for (std::size_t rank = 1; rank < first_edge_effect_.size(); ++rank)
    first_edge_effect_[rank] += first_edge_effect_[rank - 1];
}

void GenKill::solve() {
  const auto blocks = static_cast<std::uint32_t>(flow_->order().size());
  if (blocks == 0)
    return;
  indexEdgeEffects();
  const bool forward = direction_ == Direction::Forward;
  dirty_.assign(blocks, 1);
  for (std::uint32_t rank = 0; rank < blocks; ++rank)
    if (forward ? rank == 0 : flow_->successors(flow_->order()[rank]).empty())
      join(rank, boundary_[0].data());
  // Sweeps in the order of flow: without loops one sweep is enough, with them as many as loops are nested, plus one.
  for (bool again = true; again;) {
    again = false;
    for (std::uint32_t i = 0; i < blocks; ++i) {
      const std::uint32_t rank = forward ? i : blocks - 1 - i;
      if (dirty_[rank] == 0)
        continue;
      dirty_[rank] = 0;
      again = true;
      transfer(rank);
      forward ? pushForward(rank) : pushBackward(rank);
    }
  }
}

} // namespace lien
