// Which block comes before which in rustc's graph.
//
// Some answers depend on the order of blocks: which of two equally telling constraints is blamed, which sibling of a move path is asked first. The order is
// that in which the lowering makes the blocks, but rustc's first simplification decides which of several blocks lives on when they become one: of a chain of
// empty jumps the last, unless a block in between had been merged with what follows it before anybody skipped it.
#pragma once

#include "checker/mir/mir.hpp"

namespace lien::lower {

/// Repeats rustc's simplification (`CfgSimplifier`) on nothing but the edges.
class BlockAges {
public:
  void reset(std::size_t blocks);
  /// Adds the blocks one after the other, with what they jump to.
  void add(bool is_empty, bool is_jump, llvm::ArrayRef<mir::BlockId> targets, mir::BlockId unwind);
  void simplify();
  /// The block into which a block was merged, or itself.
  [[nodiscard]] std::uint32_t survivorOf(mir::BlockId block) const;

private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint32_t edges = 0;
    std::uint32_t terminator = none; ///< the block whose terminator it has; none: it was merged
    std::uint32_t merged_into = none;
    std::uint32_t predecessors = 0;
    bool is_empty = true;
    bool is_jump = false;
  };
  void countPredecessors();
  bool skipJumps(std::uint32_t &target);
  bool mergeSuccessor(std::uint32_t block);
  [[nodiscard]] bool isSimpleJump(std::uint32_t block) const {
    const Node &node = nodes_[block];
    return node.is_empty && node.terminator != none && nodes_[node.terminator].is_jump;
  }
  std::uint32_t &jumpTarget(std::uint32_t block) { return edges_[nodes_[nodes_[block].terminator].first_edge]; }

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> edges_;
  std::vector<std::uint32_t> stack_; ///< of the walk; then of the jumps that are skipped
};

} // namespace lien::lower
