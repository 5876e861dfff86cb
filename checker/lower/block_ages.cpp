#include "checker/lower/block_ages.hpp"

namespace lien::lower {

void BlockAges::reset(std::size_t blocks) {
  nodes_.clear();
  edges_.clear();
  nodes_.reserve(blocks);
}

void BlockAges::add(bool is_empty, bool is_jump, llvm::ArrayRef<mir::BlockId> targets, mir::BlockId unwind) {
  Node node;
  node.first_edge = static_cast<std::uint32_t>(edges_.size());
  for (const mir::BlockId target : targets)
    edges_.push_back(target.value);
  if (unwind.isValid())
    edges_.push_back(unwind.value);
  node.edges = static_cast<std::uint32_t>(edges_.size()) - node.first_edge;
  node.terminator = static_cast<std::uint32_t>(nodes_.size());
  node.is_empty = is_empty;
  node.is_jump = is_jump;
  nodes_.push_back(node);
}

/// Edges of blocks that can be reached; the first block has one from outside.
void BlockAges::countPredecessors() {
  nodes_[0].predecessors = 1;
  stack_.assign(1, 0);
  while (!stack_.empty()) {
    const Node &node = nodes_[stack_.back()];
    stack_.pop_back();
    for (std::uint32_t i = 0; i < node.edges; ++i) {
      const std::uint32_t target = edges_[node.first_edge + i];
      if (nodes_[target].predecessors++ == 0)
        stack_.push_back(target);
    }
  }
}

/// An edge to a chain of empty jumps leads to where the chain ends, and so do the jumps in it. A block that nobody else came from hands its edge on.
bool BlockAges::skipJumps(std::uint32_t &target) {
  if (!isSimpleJump(target))
    return false;
  stack_.clear();
  std::uint32_t last = target;
  while (isSimpleJump(last) && stack_.size() < nodes_.size()) {
    stack_.push_back(last);
    last = jumpTarget(last);
  }
  bool changed = target != last;
  target = last;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const std::uint32_t jump = stack_[i];
    changed |= jumpTarget(jump) != last;
    jumpTarget(jump) = last;
    if (nodes_[jump].predecessors == 1) {
      nodes_[jump].predecessors = 0;
    } else {
      ++nodes_[last].predecessors;
      --nodes_[jump].predecessors;
    }
  }
  return changed;
}

/// A block that jumps to one with no other predecessor takes over what it holds.
bool BlockAges::mergeSuccessor(std::uint32_t block) {
  Node &node = nodes_[block];
  if (!nodes_[node.terminator].is_jump)
    return false;
  const std::uint32_t target = jumpTarget(block);
  Node &merged = nodes_[target];
  if (merged.predecessors != 1 || merged.terminator == none || target == block)
    return false;
  node.terminator = merged.terminator;
  node.is_empty &= merged.is_empty;
  merged.terminator = none;
  merged.predecessors = 0;
  merged.merged_into = block;
  return true;
}

void BlockAges::simplify() {
  countPredecessors();
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t block = 0; block < nodes_.size(); ++block) {
      if (nodes_[block].predecessors == 0)
        continue;
      const std::uint32_t own = nodes_[block].terminator;
      nodes_[block].terminator = none; // no chain leads through the block itself
      for (std::uint32_t i = 0; i < nodes_[own].edges; ++i)
        changed |= skipJumps(edges_[nodes_[own].first_edge + i]);
      nodes_[block].terminator = own;
      while (mergeSuccessor(block))
        changed = true;
    }
  }
}

std::uint32_t BlockAges::survivorOf(mir::BlockId block) const {
  std::uint32_t at = block.value;
  while (nodes_[at].merged_into != none)
    at = nodes_[at].merged_into;
  return at;
}

} // namespace lien::lower
