// Which move paths the question "may it be empty?" has to be asked of at all, and where the answer is kept.
//
// A local that is never moved from, and whose initialisation dominates all its uses, is never empty where it matters. Temporaries have no name under which
// anybody could ask for them before they have their value: only moves can empty them. A local whose uses all lie in one chain
// of blocks is empty at the chain's start and needs a bit only in the walk. What is left gets a bit in every block's row.
#pragma once

#include "checker/dataflow/chains.hpp"
#include "checker/moves/move_paths.hpp"

namespace lien {

class TrackedPaths {
public:
  static constexpr std::uint32_t untracked = UINT32_MAX;
  TrackedPaths(const ControlFlow &flow, const MoveData &data, const Chains &chains);
  /// Every path has the bit of its number, in rows.
  explicit TrackedPaths(const MoveData &data);
  /// Those of the locals only, in rows: first the locals' own, in their order, then what is below them.
  TrackedPaths(const MoveData &data, llvm::ArrayRef<mir::LocalId> locals);

  [[nodiscard]] std::uint32_t bit(MovePathId path) const { return bits_[path]; }
  /// Any path of the local?
  [[nodiscard]] bool isTracked(mir::LocalId local) const { return locals_[local.index()]; }
  /// Is there anything to ask in blocks of unwinding? All that most of them do is drop.
  [[nodiscard]] bool asksInCleanup() const { return asks_in_cleanup_; }
  [[nodiscard]] bool none() const { return walk_bits_ == 0; }
  [[nodiscard]] bool isInRows(std::uint32_t bit) const { return bit < row_bits_; }
  [[nodiscard]] std::uint32_t rowBits() const { return row_bits_; }
  /// Bits of a walk: the row's, then those of chains, which begin at a word of their own.
  [[nodiscard]] std::uint32_t walkBits() const { return walk_bits_; }

private:
  void markLocals(const MoveData &data);

  IdVector<MovePathId, std::uint32_t> bits_;
  std::vector<bool> locals_; ///< with paths that are tracked
  std::uint32_t row_bits_ = 0, walk_bits_ = 0;
  bool asks_in_cleanup_ = true;
};

} // namespace lien
