// The blocks that some run gets to, in the order of their dominator tree: no unwinding, and none of the edges that exist for the borrow check alone.
//
//   fn toy(c: bool) {          node 0
//       if c {                     `- 1 (then), 2 (else), 3 (after): whoever comes to them came by 0
//           …                  the frontier of 1 and 2 is {3}: there, what they did meets other ways
//       } else { … }
//   }
//
// What drops are decided by (`SparsePresence`): a value's state changes in few blocks, and is the same in all that they dominate but where ways meet.
// Sources: Cooper, Harvey, Kennedy 2001, "A Simple, Fast Dominance Algorithm"; Cytron et al. 1991, "Efficiently Computing Static Single Assignment Form".
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

class RunGraph {
public:
  /// A block's number: its place in a walk over the dominator tree, dominators first. Of two blocks on one way without loops the earlier has the lesser one.
  using Node = std::uint32_t;
  static constexpr Node none = UINT32_MAX;

  explicit RunGraph(const ControlFlow &flow);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(blocks_.size()); }
  [[nodiscard]] mir::BlockId block(Node node) const { return blocks_[node]; }
  /// `none`: no run gets there.
  [[nodiscard]] Node nodeOf(mir::BlockId block) const { return nodes_[block]; }
  [[nodiscard]] bool isReached(mir::BlockId block) const { return nodes_[block] != none; }

  /// The last of the nodes that `node` dominates; they are numbered from `node` on.
  [[nodiscard]] Node lastDominated(Node node) const { return last_[node]; }
  [[nodiscard]] bool dominates(Node a, Node b) const { return a <= b && b <= last_[a]; }
  /// Every way to `b` comes through `a`; false where no run gets to either.
  [[nodiscard]] bool dominates(mir::BlockId a, mir::BlockId b) const { return isReached(a) && isReached(b) && dominates(nodes_[a], nodes_[b]); }
  /// Where an edge comes from, ascending; once for each edge.
  [[nodiscard]] llvm::ArrayRef<Node> incoming(Node node) const { return slice(incoming_, first_incoming_, node); }
  /// The nodes that `node` does not dominate (or is itself) though it dominates where one of their edges comes from.
  [[nodiscard]] llvm::ArrayRef<Node> frontier(Node node) const { return slice(frontier_, first_frontier_, node); }

  /// The targets of a block's terminator that a run may take.
  static llvm::ArrayRef<mir::BlockId> targets(const mir::Terminator &end) {
    const llvm::ArrayRef<mir::BlockId> all = end.targets;
    return end.kind == mir::TerminatorKind::FalseEdge ? all.take_front() : all;
  }

private:
  static llvm::ArrayRef<Node> slice(const std::vector<Node> &all, const std::vector<std::uint32_t> &starts, Node node) {
    return llvm::ArrayRef(all).slice(starts[node], starts[node + 1] - starts[node]);
  }
  void findFrontiers(llvm::ArrayRef<Node> dominator);

  std::vector<mir::BlockId> blocks_;
  IdVector<mir::BlockId, Node> nodes_;
  std::vector<Node> last_;
  std::vector<Node> incoming_, frontier_;
  std::vector<std::uint32_t> first_incoming_, first_frontier_; ///< by node; one more at the end
};

} // namespace lien
