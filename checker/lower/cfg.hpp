// The control-flow graph while it grows, and its last step into the flat, ordered form of mir::Body.
//
// Blocks grow interleaved, so statements wait in one pool, linked block by block; `finish` copies them into place. It does what rustc's first
// simplification does before the borrow check: empty blocks that only jump on are skipped, a block with one predecessor that jumps to it is merged with it,
// unreachable blocks are left out. Jumps that carry an exit are kept: analyses ask per exit.
#pragma once

#include "checker/lower/block_ages.hpp"
#include "checker/mir/mir.hpp"

namespace lien::lower {

using Block = mir::BlockId;
using Local = mir::LocalId;
using Place = mir::PlaceId;

class Cfg {
public:
  /// Forgets everything but the memory.
  void reset();
  /// Makes room for what a body of about that many expressions becomes.
  void reserve(std::size_t expressions) {
    blocks_.reserve(expressions);
    pool_.reserve(2 * expressions);
  }

  Block start(bool is_cleanup = false);
  void push(Block block, const mir::Statement &statement);
  /// Gives a block its terminator; the caller fills in what the kind needs. A block that has one already gets the new one.
  mir::Terminator &terminate(Block block, mir::TerminatorKind kind, Span span);
  void jump(Block from, Block to, Span span);
  mir::Terminator &terminator(Block block) { return blocks_[block].terminator; }
  [[nodiscard]] bool isTerminated(Block block) const { return blocks_[block].terminated; }
  [[nodiscard]] std::size_t statementCount() const { return pool_.size(); }

  /// Moves what is reachable from block 0 into `body`, in reverse post-order.
  void finish(mir::Body &body);

private:
  struct Node {
    mir::Statement statement;
    std::uint32_t next;
  };
  struct Growing {
    mir::Terminator terminator;
    std::uint32_t first = UINT32_MAX;
    std::uint32_t last = UINT32_MAX;
    std::uint32_t predecessors = 0;
    Block number; ///< in the finished body
    bool terminated = false;
    bool is_cleanup = false;
    bool seen = false;
  };

  [[nodiscard]] bool isPlainJump(const Growing &block) const;
  [[nodiscard]] Block skipEmpty(Block block) const;
  std::vector<Block> reversePostOrder();
  void numberAges(mir::Body &body);

  IdVector<Block, Growing> blocks_;
  std::vector<Node> pool_;
  std::vector<bool> merged_; ///< by block: its only predecessor jumps to it
  BlockAges ages_;
  std::vector<std::uint32_t> survivors_; ///< by finished block: where rustc has it
  std::vector<std::uint32_t> next_age_;
};

} // namespace lien::lower
