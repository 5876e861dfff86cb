// The control-flow graph of a body as all analyses walk it: order, neighbours, dominators, dense numbers for places in the code, and what happens there.
//
// Computed once for each body and shared. Only what is reachable from the entry has an order and points; unreachable blocks are never judged, as in rustc.
// Statements are large and of many shapes, and an analysis minds few of them: so they are looked at once, and analyses go over the list of accesses.
#pragma once

#include "checker/dataflow/accesses.hpp"

namespace lien {

struct PointTag;
/// Half a statement: its start (before any effect) or its mid (where its effects happen). Dense over the reachable blocks, in reverse post-order.
using PointId = Id<PointTag>;

/// A statement of a block, or its terminator (`statement` is then the number of statements).
struct Location {
  mir::BlockId block;
  std::uint32_t statement = 0;
  friend bool operator==(const Location &, const Location &) = default;
};

class ControlFlow {
public:
  explicit ControlFlow(const mir::Body &body);

  [[nodiscard]] const mir::Body &body() const { return body_; }

  /// Reachable blocks in reverse post-order; of two successors the first comes first. This is also the order in which rustc judges blocks, and
  /// which of several findings about one move is kept depends on it.
  [[nodiscard]] llvm::ArrayRef<mir::BlockId> order() const { return order_; }
  [[nodiscard]] bool isReachable(mir::BlockId block) const { return rank_[block] != unreached; }
  /// Position in `order`.
  [[nodiscard]] std::uint32_t rank(mir::BlockId block) const { return rank_[block]; }
  /// Targets in order, then the cleanup block.
  [[nodiscard]] llvm::ArrayRef<mir::BlockId> successors(mir::BlockId block) const { return slice(successors_, successor_start_, block); }
  /// Reachable ones in the order in which the lowering made them (rustc's, too).
  [[nodiscard]] llvm::ArrayRef<mir::BlockId> byAge() const { return by_age_; }
  /// Reachable ones only, in that order: which moves are found first depends on it.
  [[nodiscard]] llvm::ArrayRef<mir::BlockId> predecessors(mir::BlockId block) const { return slice(predecessors_, predecessor_start_, block); }

  /// Does every way from the entry to `b` go through `a`? (A location dominates itself.)
  [[nodiscard]] bool dominates(mir::BlockId a, mir::BlockId b) const;
  [[nodiscard]] bool dominates(Location a, Location b) const;

  /// The same for blocks that are no cleanup blocks, in constant time; false where either is one.
  [[nodiscard]] bool dominatesNormally(mir::BlockId a, mir::BlockId b) const;

  // Points. A location's statement number is dense too: `statementIndex`.
  [[nodiscard]] std::uint32_t statementCount() const { return statement_count_; }
  [[nodiscard]] std::uint32_t statementIndex(Location at) const { return first_statement_[at.block] + at.statement; }
  [[nodiscard]] Location locationOf(std::uint32_t statement_index) const;
  [[nodiscard]] PointId start(Location at) const { return PointId(2 * std::size_t{statementIndex(at)}); }
  [[nodiscard]] PointId mid(Location at) const { return PointId((2 * std::size_t{statementIndex(at)}) + 1); }
  [[nodiscard]] Location locationOf(PointId point) const { return locationOf(point.value / 2); }
  [[nodiscard]] std::uint32_t pointCount() const { return 2 * statement_count_; }

  /// Null: the terminator.
  [[nodiscard]] const mir::Statement *statementAt(Location at) const {
    const llvm::ArrayRef<mir::Statement> statements = body_.blocks[at.block].statements;
    return at.statement < statements.size() ? statements.data() + at.statement : nullptr;
  }
  [[nodiscard]] Location terminatorOf(mir::BlockId block) const { return {block, static_cast<std::uint32_t>(body_.blocks[block].statements.size())}; }
  [[nodiscard]] Span spanAt(Location at) const;

  /// All accesses in the order in which they happen, block after block in `order`.
  [[nodiscard]] llvm::ArrayRef<PlacedAccess> accesses() const { return accesses_; }
  [[nodiscard]] llvm::ArrayRef<PlacedAccess> accessesOf(mir::BlockId block) const {
    const std::uint32_t rank = rank_[block];
    return llvm::ArrayRef(accesses_).slice(first_access_[rank], first_access_[rank + 1] - first_access_[rank]);
  }

private:
  static constexpr std::uint32_t unreached = UINT32_MAX;

  void linkSuccessors();
  void orderBlocks();
  void sortByAge();
  void linkPredecessors();
  void numberStatements();
  void listAccesses();
  void computeDominators() const;
  void computeNormalDominators() const;
  template <typename Skip> std::vector<std::uint32_t> immediateDominators(Skip skip) const;
  [[nodiscard]] llvm::ArrayRef<mir::BlockId> slice(const std::vector<mir::BlockId> &all, const std::vector<std::uint32_t> &starts, mir::BlockId block) const {
    return llvm::ArrayRef(all).slice(starts[block.index()], starts[block.index() + 1] - starts[block.index()]);
  }

  const mir::Body &body_;
  std::vector<mir::BlockId> order_, by_age_;
  IdVector<mir::BlockId, std::uint32_t> rank_;
  std::vector<mir::BlockId> successors_, predecessors_;
  std::vector<std::uint32_t> successor_start_, predecessor_start_;
  IdVector<mir::BlockId, std::uint32_t> first_statement_;
  std::uint32_t statement_count_ = 0;
  std::vector<PlacedAccess> accesses_;
  std::vector<std::uint32_t> first_access_; ///< by rank; one more at the end
  /// By rank: rank of the immediate dominator. Computed at the first question: only explanations ask.
  mutable std::vector<std::uint32_t> immediate_dominator_;
  /// By rank: the interval of the block in a walk over the dominator tree of the normal blocks.
  mutable std::vector<std::pair<std::uint32_t, std::uint32_t>> dominator_interval_;
};

/// Calls `visit(Access)` for what happens at one location.
template <typename Visit> void visitLocation(const ControlFlow &flow, Location at, Visit visit) {
  if (const mir::Statement *statement = flow.statementAt(at))
    visitStatement(*statement, visit);
  else
    visitTerminator(flow.body().blocks[at.block].terminator, visit);
}

} // namespace lien
