#include "checker/dataflow/sparse_presence.hpp"

namespace lien {

/// One value after another; the memory is used again.
class SparsePresence::Solver {
public:
  Solver(const RunGraph &graph, std::vector<Definition> &out) : graph_(graph), out_(out), index_of_(graph.size(), none) {}

  void solve(Presence at_entry, Node scope, llvm::ArrayRef<Event> events, llvm::ArrayRef<EdgeEvent> edge_events) {
    first_ = static_cast<std::uint32_t>(out_.size());
    at_entry_ = at_entry;
    scope_ = scope;
    incomers_.clear();
    define(0);
    for (const Event &event : events) {
      Definition &definition = define(event.node);
      if (event.where == Event::Where::Inside)
        definition.inside.then(event.change);
      else
        definition.at_end.then(event.change);
    }
    for (const EdgeEvent &event : edge_events)
      meet(event.target, event.from, /*is_edge=*/true);
    // Grows while it runs: where ways meet, a definition begins that has a frontier of its own.
    for (std::size_t i = first_; i < out_.size(); ++i) {
      const Node node = out_[i].node;
      for (const Node target : graph_.frontier(node))
        meet(target, node, /*is_edge=*/false);
    }
    nest();
    findSources();
    propagate();
    for (std::size_t i = first_; i < out_.size(); ++i)
      index_of_[out_[i].node] = none;
  }

private:
  static constexpr std::uint32_t none = RunGraph::none;
  /// What comes into a definition that merges: from all edges that start where the definition at `from` rules; or by the one edge from there on which the value
  /// leaves.
  struct Incomer {
    Node target, from;
    bool is_edge;
  };
  struct Source {
    std::uint32_t target;
    std::uint32_t definition; ///< its end; `none`: an edge on which the value leaves
  };

  Definition &define(Node node) {
    if (index_of_[node] == none) {
      index_of_[node] = static_cast<std::uint32_t>(out_.size());
      out_.push_back({node, none, {}, {}});
    }
    return out_[index_of_[node]];
  }
  void meet(Node target, Node from, bool is_edge) {
    if (!graph_.dominates(scope_, target))
      return;
    define(target).merges = true;
    incomers_.push_back({target, from, is_edge});
  }

  /// Puts the definitions in the order of their nodes, and finds for each the one that rules where it begins.
  void nest() {
    const auto definitions = llvm::MutableArrayRef(out_).drop_front(first_);
    llvm::sort(definitions, [](const Definition &a, const Definition &b) { return a.node < b.node; });
    open_.clear();
    for (Definition &definition : definitions) {
      const auto index = static_cast<std::uint32_t>(&definition - out_.data());
      index_of_[definition.node] = index;
      while (!open_.empty() && graph_.lastDominated(out_[open_.back()].node) < definition.node)
        open_.pop_back();
      definition.outer = open_.empty() ? none : open_.back();
      open_.push_back(index);
    }
  }

  /// How many edges into `target` start at nodes from `first` to `last`.
  [[nodiscard]] std::uint32_t countEdges(Node target, Node first, Node last) const {
    const llvm::ArrayRef<Node> incoming = graph_.incoming(target);
    const auto *const begin = llvm::partition_point(incoming, [&](Node from) { return from < first; });
    const auto *const end = std::partition_point(begin, incoming.end(), [&](Node from) { return from <= last; });
    return static_cast<std::uint32_t>(end - begin);
  }

  /// An incomer counts if an edge is left to it, apart from those of the incomers inside it. Edges that none of them has bring what held where the target's
  /// dominator ends.
  void findSources() {
    sources_.clear();
    llvm::sort(incomers_, [](const Incomer &a, const Incomer &b) { return std::tie(a.target, a.from, a.is_edge) < std::tie(b.target, b.from, b.is_edge); });
    for (std::size_t i = 0; i < incomers_.size();) {
      const Node target = incomers_[i].target;
      const std::uint32_t index = index_of_[target];
      std::uint32_t outside = static_cast<std::uint32_t>(graph_.incoming(target).size());
      llvm::SmallVector<std::pair<Node, std::uint32_t>, 8> open; // incomers and the edges that are left to them
      const auto close = [&] {
        if (open.back().second > 0)
          sources_.push_back({index, index_of_[open.back().first]});
        open.pop_back();
      };
      for (; i < incomers_.size() && incomers_[i].target == target; ++i) {
        const Incomer &incomer = incomers_[i];
        while (!open.empty() && graph_.lastDominated(open.back().first) < incomer.from)
          close();
        std::uint32_t &around = open.empty() ? outside : open.back().second;
        if (incomer.is_edge) {
          --around;
          sources_.push_back({index, none});
          continue;
        }
        const std::uint32_t edges = countEdges(target, incomer.from, graph_.lastDominated(incomer.from));
        around -= edges;
        open.emplace_back(incomer.from, edges);
      }
      while (!open.empty())
        close();
      if (outside > 0 && out_[index].outer != none)
        sources_.push_back({index, out_[index].outer});
    }
  }

  /// In the order of nodes until nothing changes: once where no loop leads back, and once more where one does.
  void propagate() {
    for (bool changed = true; changed;) {
      changed = false;
      std::size_t source = 0;
      for (std::uint32_t i = first_; i < out_.size(); ++i) {
        Definition &definition = out_[i];
        Presence before = definition.node == 0 ? at_entry_ : Presence{};
        if (!definition.merges && definition.outer != none)
          before = out_[definition.outer].after;
        for (; source < sources_.size() && sources_[source].target == i; ++source) {
          const std::uint32_t from = sources_[source].definition;
          before.bits |= from == none ? Presence::gone : out_[from].after.bits;
        }
        const Presence after = definition.at_end(definition.inside(before));
        changed |= after.bits != definition.after.bits;
        definition.before = before;
        definition.after = after;
      }
      // A definition that only earlier ones lead to is right after the first round.
      if (llvm::none_of(sources_, [](Source entry) { return entry.definition != none && entry.definition >= entry.target; }))
        return;
    }
  }

  const RunGraph &graph_;
  std::vector<Definition> &out_;
  std::vector<std::uint32_t> index_of_; ///< by node: into `out_`, of the value at hand
  std::uint32_t first_ = 0;             ///< of the value at hand
  Presence at_entry_;
  Node scope_ = 0;
  std::vector<Incomer> incomers_;
  std::vector<Source> sources_; ///< by target, ascending
  std::vector<std::uint32_t> open_;
};

void SparsePresence::solve() {
  llvm::sort(events_, [](const Event &a, const Event &b) { return std::tie(a.value, a.time) < std::tie(b.value, b.time); });
  llvm::stable_sort(edge_events_, [](const EdgeEvent &a, const EdgeEvent &b) { return a.value < b.value; });
  const auto take = [](auto &rest, std::uint32_t value) {
    const auto taken = rest.take_while([&](const auto &event) { return event.value == value; });
    rest = rest.drop_front(taken.size());
    return taken;
  };
  Solver solver(graph_, definitions_);
  llvm::ArrayRef<Event> events = events_;
  llvm::ArrayRef<EdgeEvent> edge_events = edge_events_;
  for (std::uint32_t value = 0; value < at_entry_.size(); ++value) {
    first_[value] = static_cast<std::uint32_t>(definitions_.size());
    solver.solve(at_entry_[value], scopes_[value], take(events, value), take(edge_events, value));
  }
  first_.back() = static_cast<std::uint32_t>(definitions_.size());
  events_.clear();
  edge_events_.clear();
}

const SparsePresence::Definition &SparsePresence::reaching(std::uint32_t value, Node node) const {
  const llvm::ArrayRef<Definition> all = definitions_;
  const llvm::ArrayRef<Definition> definitions = all.slice(first_[value], first_[value + 1] - first_[value]);
  const Definition *found = std::prev(llvm::partition_point(definitions, [&](const Definition &definition) { return definition.node <= node; }));
  while (!graph_.dominates(found->node, node))
    found = &all[found->outer];
  return *found;
}

Presence SparsePresence::atStart(std::uint32_t value, Node node) const {
  const Definition &definition = reaching(value, node);
  return definition.node == node ? definition.before : definition.after;
}

Presence SparsePresence::beforeEnd(std::uint32_t value, Node node) const {
  const Definition &definition = reaching(value, node);
  return definition.node == node ? definition.inside(definition.before) : definition.after;
}

Presence SparsePresence::atEnd(std::uint32_t value, Node node) const { return reaching(value, node).after; }

} // namespace lien
