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

/// The part of the solver that goes over all blocks, with the rows as plain words: most problems have one or two of them a block.
class GenKill::Sweeper {
public:
  explicit Sweeper(GenKill &problem)
      : problem_(problem), flow_(*problem.flow_), words_(problem.state_.wordsPerRow()), state_(problem.state_[0].data()), gen_(problem.gen_[0].data()),
        kill_(problem.kill_[0].data()), out_(problem.scratch_[0].data()), progress_(problem.progress_.data()) {}

  /// Adds to the state of a block.
  void join(std::uint32_t rank, const BitWord *added) const {
    BitWord *state = state_ + (std::size_t{rank} * words_);
    BitWord news = 0;
    for (std::uint32_t word = 0; word < words_; ++word) {
      news |= added[word] & ~state[word];
      state[word] |= added[word];
    }
    if (news != 0 && progress_[rank] == Progress::Done)
      progress_[rank] = Progress::Open;
  }

  /// Tells the block's neighbours what leaves it.
  void push(std::uint32_t rank) const {
    const mir::BlockId block = flow_.order()[rank];
    const std::size_t row = std::size_t{rank} * words_;
    for (std::uint32_t word = 0; word < words_; ++word)
      out_[word] = (state_[row + word] & ~kill_[row + word]) | gen_[row + word];
    if (const llvm::ArrayRef<EdgeEffect> effects = problem_.effectsOf(rank); !effects.empty())
      return pushChanged(block, effects);
    for (const mir::BlockId next : problem_.direction_ == Direction::Forward ? flow_.successors(block) : flow_.predecessors(block))
      join(flow_.rank(next), out_);
  }

private:
  /// Forward, where the edges differ.
  void pushChanged(mir::BlockId block, llvm::ArrayRef<EdgeEffect> effects) const {
    const llvm::ArrayRef<mir::BlockId> successors = flow_.successors(block);
    const BitRow changed = problem_.scratch_[1];
    for (std::uint32_t i = 0; i < successors.size(); ++i) {
      std::copy_n(out_, words_, changed.begin());
      bool is_cut = false;
      for (const EdgeEffect &effect : effects) {
        if (effect.successor != i)
          continue;
        if (effect.bit == whole_edge)
          is_cut = true;
        else
          effect.gen ? setBit(changed, effect.bit) : clearBit(changed, effect.bit);
      }
      if (!is_cut)
        join(flow_.rank(successors[i]), changed.data());
    }
  }

  GenKill &problem_;
  const ControlFlow &flow_;
  const std::uint32_t words_;
  BitWord *const state_;
  const BitWord *const gen_, *const kill_;
  BitWord *const out_;
  Progress *const progress_;
};

void GenKill::solve(Blocks which) {
  const auto blocks = static_cast<std::uint32_t>(flow_->order().size());
  if (blocks == 0)
    return;
  indexEdgeEffects();
  progress_.assign(blocks, Progress::Open);
  if (which == Blocks::Normal)
    for (std::uint32_t rank = 0; rank < blocks; ++rank)
      if (flow_->body().blocks[flow_->order()[rank]].is_cleanup)
        progress_[rank] = Progress::LeftOut;
  const bool forward = direction_ == Direction::Forward;
  const Sweeper sweeper(*this);
  if (forward)
    sweeper.join(0, boundary_[0].data());
  else
    for (std::uint32_t rank = 0; rank < blocks; ++rank)
      if (flow_->successors(flow_->order()[rank]).empty())
        sweeper.join(rank, boundary_[0].data());
  // Sweeps in the order of flow: without loops one sweep is enough, with them as many as loops are nested, plus one.
  for (bool again = true; again;) {
    again = false;
    for (std::uint32_t i = 0; i < blocks; ++i) {
      const std::uint32_t rank = forward ? i : blocks - 1 - i;
      if (progress_[rank] != Progress::Open)
        continue;
      progress_[rank] = Progress::Done;
      again = true;
      sweeper.push(rank);
    }
  }
}

} // namespace lien
