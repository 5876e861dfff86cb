#include "checker/dataflow/control_flow.hpp"

#include <algorithm>

namespace lien {

ControlFlow::ControlFlow(const mir::Body &body) : body_(body), rank_(body.blocks.size(), unreached), first_statement_(body.blocks.size(), 0) {
  linkSuccessors();
  orderBlocks();
  sortByAge();
  linkPredecessors();
  numberStatements();
  listAccesses();
}

void ControlFlow::linkSuccessors() {
  successor_start_.reserve(body_.blocks.size() + 1);
  successors_.reserve(2 * body_.blocks.size());
  for (const mir::BasicBlock &block : body_.blocks) {
    successor_start_.push_back(static_cast<std::uint32_t>(successors_.size()));
    for (const mir::BlockId target : block.terminator.targets)
      successors_.push_back(target);
    if (block.terminator.unwind.isValid())
      successors_.push_back(block.terminator.unwind);
  }
  successor_start_.push_back(static_cast<std::uint32_t>(successors_.size()));
}

/// Depth first, last successor first, so that in the reversed order the first successor comes first.
void ControlFlow::orderBlocks() {
  order_.reserve(body_.blocks.size());
  if (body_.is_ordered) {
    for (std::uint32_t rank = 0; rank < body_.blocks.size(); ++rank) {
      order_.emplace_back(std::size_t{rank});
      rank_[order_.back()] = rank;
    }
    return;
  }
  struct Frame {
    mir::BlockId block;
    std::uint32_t left;
  };
  std::vector<Frame> stack;
  std::vector<bool> seen(body_.blocks.size(), false);
  auto visit = [&](mir::BlockId block) {
    if (seen[block.index()])
      return;
    seen[block.index()] = true;
    stack.push_back({block, static_cast<std::uint32_t>(successors(block).size())});
  };
  if (!body_.blocks.empty())
    visit(mir::BlockId(0));
  while (!stack.empty()) {
    Frame &top = stack.back();
    if (top.left > 0) {
      mir::BlockId next = successors(top.block)[--top.left];
      visit(next);
      continue;
    }
    order_.push_back(top.block);
    stack.pop_back();
  }
  std::reverse(order_.begin(), order_.end());
  for (std::uint32_t rank = 0; rank < order_.size(); ++rank)
    rank_[order_[rank]] = rank;
}

/// By counting: ages are small numbers. Blocks of one age stay in order.
void ControlFlow::sortByAge() {
  std::uint32_t oldest = 0;
  for (const mir::BlockId block : order_)
    oldest = std::max(oldest, body_.blocks[block].made);
  std::vector<std::uint32_t> next(oldest + 2, 0);
  for (const mir::BlockId block : order_)
    ++next[body_.blocks[block].made + 1];
  for (std::size_t age = 1; age < next.size(); ++age)
    next[age] += next[age - 1];
  by_age_.resize(order_.size());
  for (const mir::BlockId block : order_)
    by_age_[next[body_.blocks[block].made]++] = block;
}

void ControlFlow::linkPredecessors() {
  predecessor_start_.assign(body_.blocks.size() + 1, 0);
  for (mir::BlockId block : order_)
    for (mir::BlockId successor : successors(block))
      ++predecessor_start_[successor.index() + 1];
  for (std::size_t i = 1; i < predecessor_start_.size(); ++i)
    predecessor_start_[i] += predecessor_start_[i - 1];
  predecessors_.resize(predecessor_start_.back());
  std::vector<std::uint32_t> next(predecessor_start_.begin(), predecessor_start_.end() - 1);
  for (mir::BlockId block : by_age_)
    for (mir::BlockId successor : successors(block))
      predecessors_[next[successor.index()]++] = block;
}

void ControlFlow::numberStatements() {
  for (mir::BlockId block : order_) {
    first_statement_[block] = statement_count_;
    statement_count_ += static_cast<std::uint32_t>(body_.blocks[block].statements.size()) + 1;
  }
}

void ControlFlow::listAccesses() {
  accesses_.reserve(statement_count_ + (statement_count_ / 2));
  first_access_.reserve(order_.size() + 1);
  std::uint32_t point = 0;
  auto add = [&](Access access) {
    const mir::PlaceData &place = body_.places[access.place];
    accesses_.push_back({point, access.place, place.local, access.kind, !place.base.isValid()});
  };
  for (const mir::BlockId block : order_) {
    first_access_.push_back(static_cast<std::uint32_t>(accesses_.size()));
    for (const mir::Statement &statement : body_.blocks[block].statements) {
      if (statement.kind == mir::StatementKind::StorageLive)
        add({AccessKind::StorageLive, statement.place});
      else if (statement.kind == mir::StatementKind::AscribeUserType || statement.kind == mir::StatementKind::PlaceMention)
        add({AccessKind::Mention, statement.place});
      else
        visitStatement(statement, add);
      ++point;
    }
    visitTerminator(body_.blocks[block].terminator, add);
    ++point;
  }
  first_access_.push_back(static_cast<std::uint32_t>(accesses_.size()));
}

Location ControlFlow::locationOf(std::uint32_t statement_index) const {
  auto after = std::partition_point(order_.begin(), order_.end(), [&](mir::BlockId block) { return first_statement_[block] <= statement_index; });
  mir::BlockId block = *std::prev(after);
  return {block, statement_index - first_statement_[block]};
}

Span ControlFlow::spanAt(Location at) const {
  const mir::Statement *statement = statementAt(at);
  return statement != nullptr ? statement->span : body_.blocks[at.block].terminator.span;
}

/// Cooper, Harvey, Kennedy 2001, "A Simple, Fast Dominance Algorithm": intersect the dominators of the predecessors until nothing changes.
template <typename Skip> std::vector<std::uint32_t> ControlFlow::immediateDominators(Skip skip) const {
  std::vector<std::uint32_t> dominators(order_.size(), unreached);
  if (order_.empty())
    return dominators;
  dominators[0] = 0;
  auto intersect = [&](std::uint32_t a, std::uint32_t b) {
    while (a != b) {
      while (a > b)
        a = dominators[a];
      while (b > a)
        b = dominators[b];
    }
    return a;
  };
  /// True when that changed anything.
  auto update = [&](std::uint32_t rank) {
    std::uint32_t dominator = unreached;
    for (mir::BlockId predecessor : predecessors(order_[rank])) {
      std::uint32_t other = rank_[predecessor];
      if (dominators[other] != unreached)
        dominator = dominator == unreached ? other : intersect(dominator, other);
    }
    return std::exchange(dominators[rank], dominator) != dominator;
  };
  std::vector<std::uint32_t> loop_heads;
  for (std::uint32_t rank = 1; rank < order_.size(); ++rank) {
    if (skip(order_[rank]))
      continue;
    update(rank);
    if (llvm::any_of(predecessors(order_[rank]), [&](mir::BlockId predecessor) { return rank_[predecessor] >= rank; }))
      loop_heads.push_back(rank);
  }
  // Only edges back can bring news after that, and they hardly ever do.
  for (bool changed = llvm::any_of(loop_heads, update); changed;) {
    changed = false;
    for (std::uint32_t rank = 1; rank < order_.size(); ++rank)
      changed |= !skip(order_[rank]) && update(rank);
  }
  return dominators;
}

void ControlFlow::computeDominators() const {
  immediate_dominator_ = immediateDominators([](mir::BlockId) { return false; });
}

/// Cleanup blocks lead nowhere but to each other, and have predecessors all over the body: without them the search is nearly linear.
void ControlFlow::computeNormalDominators() const {
  std::vector<std::uint32_t> dominators = immediateDominators([&](mir::BlockId block) { return body_.blocks[block].is_cleanup; });
  // Subtree sizes from the leaves up, then intervals from the root down: a child's rank is always greater than its dominator's.
  std::vector<std::uint32_t> size(order_.size(), 1), used(order_.size(), 0);
  for (std::size_t rank = order_.size(); rank-- > 1;)
    if (dominators[rank] != unreached)
      size[dominators[rank]] += size[rank];
  dominator_interval_.assign(order_.size(), {1, 0});
  for (std::size_t rank = 0; rank < order_.size(); ++rank) {
    if (dominators[rank] == unreached)
      continue;
    std::uint32_t first = 0;
    if (rank > 0) {
      std::uint32_t parent = dominators[rank];
      first = dominator_interval_[parent].first + 1 + used[parent];
      used[parent] += size[rank];
    }
    dominator_interval_[rank] = {first, first + size[rank] - 1};
  }
}

bool ControlFlow::dominatesNormally(mir::BlockId a, mir::BlockId b) const {
  if (dominator_interval_.empty())
    computeNormalDominators();
  auto [first, last] = dominator_interval_[rank_[a]];
  auto [at, end] = dominator_interval_[rank_[b]];
  return first <= at && end <= last && at <= end;
}

bool ControlFlow::dominates(mir::BlockId a, mir::BlockId b) const {
  if (immediate_dominator_.empty())
    computeDominators();
  std::uint32_t wanted = rank_[a], at = rank_[b];
  while (at > wanted)
    at = immediate_dominator_[at];
  return at == wanted;
}

bool ControlFlow::dominates(Location a, Location b) const {
  if (a.block == b.block)
    return a.statement <= b.statement;
  return dominates(a.block, b.block);
}

} // namespace lien
