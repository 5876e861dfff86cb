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

void GenKill::transfer(std::uint32_t rank) {
  BitWord *out = scratch_[0].data();
  const BitWord *in = state_[rank].data();
  const BitWord *gen = gen_[rank].data();
  const BitWord *kill = kill_[rank].data();
  for (std::uint32_t word = 0; word < state_.wordsPerRow(); ++word)
    out[word] = (in[word] & ~kill[word]) | gen[word];
}

bool GenKill::join(std::uint32_t rank, ConstBitRow out) {
  BitWord *state = state_[rank].data();
  const BitWord *added = out.data();
  BitWord news = 0;
  for (std::uint32_t word = 0; word < state_.wordsPerRow(); ++word) {
    news |= added[word] & ~state[word];
    state[word] |= added[word];
  }
  return news != 0;
}

void GenKill::mark(std::uint32_t rank) { setBit(dirty_[0], rank); }

void GenKill::pushForward(std::uint32_t rank) {
  mir::BlockId block = flow_->order()[rank];
  llvm::ArrayRef<mir::BlockId> successors = flow_->successors(block);
  auto effects = llvm::ArrayRef(edge_effects_).slice(first_edge_effect_[rank], first_edge_effect_[rank + 1] - first_edge_effect_[rank]);
  for (std::uint32_t i = 0; i < successors.size(); ++i) {
    std::uint32_t to = flow_->rank(successors[i]);
    ConstBitRow out = scratch_[0];
    if (llvm::any_of(effects, [&](const EdgeEffect &effect) { return effect.successor == i && effect.bit == whole_edge; }))
      continue;
    if (!effects.empty()) {
      BitRow changed = scratch_[1];
      std::copy(out.begin(), out.end(), changed.begin());
      for (const EdgeEffect &effect : effects)
        if (effect.successor == i)
          effect.gen ? setBit(changed, effect.bit) : clearBit(changed, effect.bit);
      out = changed;
    }
    if (join(to, out))
      mark(to);
  }
}

void GenKill::pushBackward(std::uint32_t rank) {
  for (mir::BlockId predecessor : flow_->predecessors(flow_->order()[rank])) {
    std::uint32_t to = flow_->rank(predecessor);
    if (join(to, scratch_[0]))
      mark(to);
  }
}

void GenKill::solve() {
  auto blocks = static_cast<std::uint32_t>(flow_->order().size());
  if (blocks == 0)
    return;
  first_edge_effect_.assign(blocks + 1, 0);
  for (const EdgeEffect &effect : edge_effects_)
    ++first_edge_effect_[effect.from + 1];
  for (std::uint32_t rank = 0; rank < blocks; ++rank)
    first_edge_effect_[rank + 1] += first_edge_effect_[rank];

  bool forward = direction_ == Direction::Forward;
  dirty_.reset(1, blocks);
  for (std::uint32_t rank = 0; rank < blocks; ++rank) {
    mark(rank);
    if (forward ? rank == 0 : flow_->successors(flow_->order()[rank]).empty())
      join(rank, boundary_[0]);
  }
  // Sweeps in the order of flow: without loops one sweep is enough, with them as many as loops are nested, plus one.
  for (bool again = true; again;) {
    again = false;
    for (std::uint32_t i = 0; i < blocks; ++i) {
      std::uint32_t rank = forward ? i : blocks - 1 - i;
      if (!testBit(dirty_[0], rank))
        continue;
      clearBit(dirty_[0], rank);
      again = true;
      transfer(rank);
      forward ? pushForward(rank) : pushBackward(rank);
    }
  }
}

} // namespace lien
