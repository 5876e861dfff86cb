// The engine of all bit-vector analyses: states are sets, joins are unions, a block's effect is "remove these, then add those".
//
//   in(b)  = union over the predecessors p of edge(p, b)(out(p))          (backward: over the successors)
//   out(b) = (in(b) without kill(b)) with gen(b)
//
// Effects that belong to one edge only (a call writes its result only when it returns; a switch knows the variant on each way) are listed apart; there
// are few of them. What the sets mean is the analysis' business (`moves/initialisation.hpp`, `regions/live_ranges.hpp`).
#pragma once

#include "checker/dataflow/bit_matrix.hpp"
#include "checker/dataflow/control_flow.hpp"

namespace lien {

enum class Direction : std::uint8_t { Forward, Backward };

/// Cleanup blocks lead to no others: a forward analysis that nobody asks about them may leave them out.
enum class Blocks : std::uint8_t { All, Normal };

class GenKill {
public:
  /// Forgets the last problem; memory is kept.
  void reset(const ControlFlow &flow, Direction direction, std::uint32_t bits);

  // The effects of a block, told in the order in which the analysis meets them: a later effect on a bit replaces an earlier one.
  void gen(mir::BlockId block, std::uint32_t bit);
  void kill(mir::BlockId block, std::uint32_t bit);
  void killAllBut(mir::BlockId block, ConstBitRow bits);
  /// The effect of taking the edge to the `successor`-th successor of `from`; forward only. Told in the order of `ControlFlow::order`.
  void genOnEdge(mir::BlockId from, std::uint32_t successor, std::uint32_t bit);
  void killOnEdge(mir::BlockId from, std::uint32_t successor, std::uint32_t bit);
  /// Nothing comes along this edge; forward only, in the same order. For analyses of what really runs, which imaginary edges are no part of.
  void cutEdge(mir::BlockId from, std::uint32_t successor) { addEdgeEffect(from, successor, whole_edge, false); }
  /// The state at the entry (forward), or at every block without successors (backward).
  [[nodiscard]] BitRow boundary() { return boundary_[0]; }

  void solve(Blocks which = Blocks::All);

  /// State at the start of the block (forward) or at its end (backward).
  [[nodiscard]] ConstBitRow at(mir::BlockId block) const { return state_[flow_->rank(block)]; }

private:
  static constexpr std::uint32_t whole_edge = UINT32_MAX;
  struct EdgeEffect {
    std::uint32_t from;      ///< rank
    std::uint32_t successor; ///< index
    std::uint32_t bit;
    bool gen;
  };
  void addEdgeEffect(mir::BlockId from, std::uint32_t successor, std::uint32_t bit, bool is_gen);
  [[nodiscard]] llvm::ArrayRef<EdgeEffect> effectsOf(std::uint32_t rank) const {
    if (first_edge_effect_.empty())
      return {};
    return llvm::ArrayRef(edge_effects_).slice(first_edge_effect_[rank], first_edge_effect_[rank + 1] - first_edge_effect_[rank]);
  }
  void indexEdgeEffects();

  class Sweeper;
  enum class Progress : std::uint8_t { Open, Done, LeftOut };
  const ControlFlow *flow_ = nullptr;
  Direction direction_ = Direction::Forward;
  BitMatrix gen_, kill_, state_, boundary_, scratch_;
  std::vector<EdgeEffect> edge_effects_;
  std::vector<std::uint32_t> first_edge_effect_; ///< by rank; one more at the end; empty: no effects
  std::vector<Progress> progress_;               ///< by rank; open: its state has changed
};

} // namespace lien
