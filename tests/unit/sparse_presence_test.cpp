// Presence kept where it changes, against the textbook: one state for each block and value, joined over predecessors until nothing changes; on random graphs
// with random changes. And the graph of what runs against the definitions of dominance and of frontiers.
#include "mir_builder.hpp"

#include "checker/dataflow/sparse_presence.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace lien;
using namespace lien::test;

namespace {

using Node = RunGraph::Node;

/// Jumps, switches, calls and edges that no run takes, everywhere.
const mir::Body &randomBody(MirBuilder &m, std::mt19937 &random) {
  const auto pick = [&](std::size_t count) { return static_cast<unsigned>(random() % count); };
  const LocalId condition = m.param("c", m.types.boolean);
  std::vector<BlockId> blocks;
  for (unsigned i = 0; i < 2 + pick(9); ++i)
    blocks.push_back(m.block());
  for (const BlockId block : blocks) {
    m.in(block);
    const BlockId one = blocks[pick(blocks.size())];
    const BlockId other = blocks[pick(blocks.size())];
    switch (pick(5)) {
    case 0:
      m.jump(one);
      break;
    case 1:
      m.ret();
      break;
    case 2:
      m.falseEdge(one, other);
      break;
    default:
      m.switchBool(m.place(condition), one, other);
    }
  }
  return m.finish();
}

struct Change {
  std::uint32_t value;
  bool at_end;
  PresenceChange change;
};

/// All that happens in one random problem.
struct Problem {
  std::map<Node, std::vector<Change>> changes;
  std::map<std::pair<Node, Node>, std::map<std::uint32_t, unsigned>> left_on; ///< by edge and value: on how many of the edges between the two
  std::vector<bool> held_at_entry;
};

struct States {
  std::vector<std::uint8_t> start, before_end, end; ///< by node
};

States solveByHand(const RunGraph &graph, const Problem &problem, std::uint32_t value) {
  States states{std::vector<std::uint8_t>(graph.size()), std::vector<std::uint8_t>(graph.size()), std::vector<std::uint8_t>(graph.size())};
  const auto apply = [&](Node node, Presence presence, bool with_end) {
    if (const auto found = problem.changes.find(node); found != problem.changes.end())
      for (const Change &change : found->second)
        if (change.value == value && (with_end || !change.at_end))
          presence = change.change(presence);
    return presence.bits;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (Node node = 0; node < graph.size(); ++node) {
      std::uint8_t start = node != 0 ? 0 : problem.held_at_entry[value] ? Presence::held : Presence::gone;
      std::map<Node, unsigned> edges;
      for (const Node from : graph.incoming(node))
        ++edges[from];
      for (const auto &[from, count] : edges) {
        const auto left = problem.left_on.find({from, node});
        const unsigned leaves = left == problem.left_on.end() || !left->second.contains(value) ? 0 : left->second.at(value);
        if (leaves > 0 && states.end[from] != 0)
          start |= Presence::gone;
        if (leaves < count)
          start |= states.end[from];
      }
      changed |= start != states.start[node];
      states.start[node] = start;
      states.before_end[node] = apply(node, Presence{start}, false);
      const std::uint8_t end = apply(node, Presence{start}, true);
      changed |= end != states.end[node];
      states.end[node] = end;
    }
  }
  return states;
}

Problem randomProblem(const RunGraph &graph, std::uint32_t values, std::mt19937 &random) {
  static const PresenceChange changes[] = {PresenceChange::arrives(), PresenceChange::leaves(), PresenceChange::mayArrive()};
  Problem problem;
  for (std::uint32_t value = 0; value < values; ++value)
    problem.held_at_entry.push_back(random() % 2 == 0);
  for (Node node = 0; node < graph.size(); ++node) {
    std::vector<Change> here;
    for (unsigned i = random() % 4; i > 0; --i)
      here.push_back({static_cast<std::uint32_t>(random() % values), random() % 3 == 0, changes[random() % 3]});
    llvm::stable_sort(here, [](const Change &a, const Change &b) { return a.at_end < b.at_end; });
    problem.changes[node] = here;
    if (graph.incoming(node).size() > 1 && random() % 2 == 0)
      problem.left_on[{graph.incoming(node)[random() % graph.incoming(node).size()], node}][static_cast<std::uint32_t>(random() % values)] = 1;
  }
  return problem;
}

/// Can `to` be reached from the entry without `avoided`?
bool isReachedWithout(const RunGraph &graph, Node avoided, Node to) {
  std::vector<bool> seen(graph.size(), false);
  seen[0] = avoided != 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (Node node = 0; node < graph.size(); ++node)
      if (!seen[node] && node != avoided && llvm::any_of(graph.incoming(node), [&](Node from) { return seen[from]; })) {
        seen[node] = true;
        changed = true;
      }
  }
  return seen[to];
}

} // namespace

TEST_CASE("dominators and frontiers of random graphs are what their definitions say") {
  std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same graphs on every run
  for (int round = 0; round < 300; ++round) {
    MirBuilder m;
    const ControlFlow flow(randomBody(m, random));
    const RunGraph graph(flow);
    for (Node a = 0; a < graph.size(); ++a) {
      std::vector<Node> frontier;
      for (Node b = 0; b < graph.size(); ++b) {
        REQUIRE(graph.dominates(a, b) == !isReachedWithout(graph, a, b));
        const bool leads = llvm::any_of(graph.incoming(b), [&](Node from) { return graph.dominates(a, from); });
        if (leads && (a == b || !graph.dominates(a, b)))
          frontier.push_back(b);
      }
      REQUIRE(graph.frontier(a) == llvm::ArrayRef(frontier));
    }
  }
}

TEST_CASE("presence kept where it changes is what a state for every block says") {
  std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same problems on every run
  constexpr std::uint32_t values = 3;
  unsigned ambiguous = 0;
  for (int round = 0; round < 2000; ++round) {
    MirBuilder m;
    const ControlFlow flow(randomBody(m, random));
    const RunGraph graph(flow);
    const Problem problem = randomProblem(graph, values, random);
    SparsePresence sparse(graph, values);
    for (std::uint32_t value = 0; value < values; ++value)
      if (problem.held_at_entry[value])
        sparse.holdAtEntry(value);
    for (const auto &[node, changes] : problem.changes)
      for (std::uint64_t time = 0; time < changes.size(); ++time)
        changes[time].at_end ? sparse.changeAtEnd(changes[time].value, node, time, changes[time].change)
                             : sparse.change(changes[time].value, node, time, changes[time].change);
    for (const auto &[edge, left] : problem.left_on)
      for (const auto &[value, count] : left)
        sparse.leaveOnEdge(value, edge.first, edge.second);
    sparse.solve();
    for (std::uint32_t value = 0; value < values; ++value) {
      const States expected = solveByHand(graph, problem, value);
      for (Node node = 0; node < graph.size(); ++node) {
        REQUIRE(sparse.atStart(value, node).bits == expected.start[node]);
        REQUIRE(sparse.beforeEnd(value, node).bits == expected.before_end[node]);
        REQUIRE(sparse.atEnd(value, node).bits == expected.end[node]);
        ambiguous += expected.start[node] == (Presence::held | Presence::gone) ? 1 : 0;
      }
    }
  }
  CHECK(ambiguous > 1000);
}
