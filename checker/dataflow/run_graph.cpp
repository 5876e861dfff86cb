#include "checker/dataflow/run_graph.hpp"

#include <algorithm>

namespace lien {

namespace {

using Node = RunGraph::Node;
constexpr Node none = RunGraph::none;

/// Lists by node, one behind the other.
struct Lists {
  std::vector<Node> all;
  std::vector<std::uint32_t> first; ///< one more at the end
};

/// `pairs`: list and entry; entries keep the order in which they come.
Lists gatherLists(llvm::ArrayRef<std::pair<Node, Node>> pairs, std::size_t count) {
  Lists lists{std::vector<Node>(pairs.size()), std::vector<std::uint32_t>(count + 1, 0)};
  for (const auto &[list, entry] : pairs)
    ++lists.first[list + 1];
  for (std::size_t i = 1; i <= count; ++i)
    lists.first[i] += lists.first[i - 1];
  std::vector<std::uint32_t> next(lists.first.begin(), lists.first.end() - 1);
  for (const auto &[list, entry] : pairs)
    lists.all[next[list]++] = entry;
  return lists;
}

/// Reverse post-order; of two targets the first comes first.
std::vector<mir::BlockId> orderOf(const mir::Body &body) {
  struct Frame {
    mir::BlockId block;
    std::size_t left;
  };
  std::vector<mir::BlockId> order;
  std::vector<Frame> stack;
  std::vector<bool> seen(body.blocks.size(), false);
  const auto visit = [&](mir::BlockId block) {
    if (seen[block.index()])
      return;
    seen[block.index()] = true;
    stack.push_back({block, RunGraph::targets(body.blocks[block].terminator).size()});
  };
  if (!body.blocks.empty())
    visit(mir::BlockId(0));
  while (!stack.empty()) {
    Frame &top = stack.back();
    if (top.left > 0) {
      visit(RunGraph::targets(body.blocks[top.block].terminator)[--top.left]);
      continue;
    }
    order.push_back(top.block);
    stack.pop_back();
  }
  std::reverse(order.begin(), order.end());
  return order;
}

/// Cooper, Harvey, Kennedy: intersect the dominators of the predecessors until nothing changes. All numbers are places in the reverse post-order.
std::vector<std::uint32_t> findDominators(const Lists &predecessors, std::size_t count) {
  std::vector<std::uint32_t> dominators(count, none);
  if (count == 0)
    return dominators;
  dominators[0] = 0;
  const auto intersect = [&](std::uint32_t a, std::uint32_t b) {
    while (a != b) {
      while (a > b)
        a = dominators[a];
      while (b > a)
        b = dominators[b];
    }
    return a;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t rank = 1; rank < count; ++rank) {
      std::uint32_t dominator = none;
      for (std::uint32_t i = predecessors.first[rank]; i < predecessors.first[rank + 1]; ++i)
        if (const std::uint32_t other = predecessors.all[i]; dominators[other] != none)
          dominator = dominator == none ? other : intersect(dominator, other);
      changed |= dominators[rank] != dominator;
      dominators[rank] = dominator;
    }
  }
  return dominators;
}

} // namespace

RunGraph::RunGraph(const ControlFlow &flow) : nodes_(flow.body().blocks.size(), none) {
  const mir::Body &body = flow.body();
  const std::vector<mir::BlockId> order = orderOf(body);
  const std::size_t count = order.size();
  IdVector<mir::BlockId, std::uint32_t> rank(body.blocks.size(), none);
  for (std::uint32_t i = 0; i < count; ++i)
    rank[order[i]] = i;
  std::vector<std::pair<Node, Node>> edges;
  for (std::uint32_t i = 0; i < count; ++i)
    for (const mir::BlockId target : targets(body.blocks[order[i]].terminator))
      edges.emplace_back(rank[target], i);
  const std::vector<std::uint32_t> dominators = findDominators(gatherLists(edges, count), count);

  // Sizes of subtrees from the leaves up, then numbers from the root down; a dominator's place in the order is always the lesser one.
  std::vector<std::uint32_t> size(count, 1), used(count, 0), number(count, 0);
  for (std::size_t i = count; i-- > 1;)
    size[dominators[i]] += size[i];
  blocks_.resize(count);
  last_.resize(count);
  std::vector<Node> dominator(count, none);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) {
      const std::uint32_t parent = dominators[i];
      number[i] = number[parent] + 1 + used[parent];
      used[parent] += size[i];
      dominator[number[i]] = number[parent];
    }
    blocks_[number[i]] = order[i];
    nodes_[order[i]] = number[i];
    last_[number[i]] = number[i] + size[i] - 1;
  }
  for (auto &[target, from] : edges) {
    target = number[target];
    from = number[from];
  }
  llvm::sort(edges);
  Lists incoming = gatherLists(edges, count);
  incoming_ = std::move(incoming.all);
  first_incoming_ = std::move(incoming.first);
  findFrontiers(dominator);
}

/// Cytron et al.: from where an edge comes from up the dominator tree, to where its target's dominator stands.
void RunGraph::findFrontiers(llvm::ArrayRef<Node> dominator) {
  std::vector<std::pair<Node, Node>> pairs;
  std::vector<Node> last_added(size(), none);
  for (Node node = 0; node < size(); ++node) {
    if (node != 0 && incoming(node).size() < 2)
      continue;
    for (const Node from : incoming(node))
      for (Node at = from; at != dominator[node] && last_added[at] != node; at = dominator[at]) {
        last_added[at] = node;
        pairs.emplace_back(at, node);
        if (at == 0)
          break;
      }
  }
  Lists lists = gatherLists(pairs, size());
  frontier_ = std::move(lists.all);
  first_frontier_ = std::move(lists.first);
}

} // namespace lien
