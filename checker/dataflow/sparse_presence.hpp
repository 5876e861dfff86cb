// Whether each of many values may be there, and whether it may be gone, at any point: kept only where it changes.
//
//   let s = …;                 s: there
//   if c {
//       eat(s);                s: gone
//   }                          s: there or gone            (ways meet: the frontier of the block that moved it)
//                              and so in all blocks that this one dominates, without a word about them
//
// A row of bits for each block would cost blocks times values; this costs the places where something happens to a value, and where such ways meet.
// Source: Cytron et al. 1991, "Efficiently Computing Static Single Assignment Form and the Control Dependence Graph".
#pragma once

#include "checker/dataflow/run_graph.hpp"

namespace lien {

/// On the ways to a point; neither: no way leads there.
struct Presence {
  static constexpr std::uint8_t held = 1, gone = 2;
  std::uint8_t bits = 0;
  [[nodiscard]] bool mayHold() const { return (bits & held) != 0; }
  [[nodiscard]] bool mayBeGone() const { return (bits & gone) != 0; }
};

/// What a piece of code does to a value's presence.
struct PresenceChange {
  std::uint8_t keeps = Presence::held | Presence::gone; ///< of what was so before
  std::uint8_t adds = 0;

  static PresenceChange arrives() { return {0, Presence::held}; }
  static PresenceChange leaves() { return {0, Presence::gone}; }
  static PresenceChange mayArrive() { return {Presence::held | Presence::gone, Presence::held}; }
  [[nodiscard]] Presence operator()(Presence before) const {
    return before.bits == 0 ? before : Presence{static_cast<std::uint8_t>((before.bits & keeps) | adds)};
  }
  void then(PresenceChange next) {
    adds = static_cast<std::uint8_t>((adds & next.keeps) | next.adds);
    keeps &= next.keeps;
  }
};

class SparsePresence {
public:
  using Node = RunGraph::Node;
  /// Values are numbered from 0; each is gone at the entry until said otherwise.
  SparsePresence(const RunGraph &graph, std::uint32_t values)
      : graph_(graph), at_entry_(values, Presence{Presence::gone}), scopes_(values, 0), first_(values + 1, 0) {}

  // What happens, told before `solve`. `time`: orders what happens to one value in one node.
  void holdAtEntry(std::uint32_t value) { at_entry_[value] = Presence{Presence::held}; }
  /// Nobody will ask about the value but where `scope` dominates; elsewhere the answers may be wrong.
  void askOnlyWithin(std::uint32_t value, Node scope) { scopes_[value] = scope; }
  /// At the node's start, or anywhere before its terminator.
  void change(std::uint32_t value, Node node, std::uint64_t time, PresenceChange change) {
    events_.push_back({value, node, time, change, Event::Where::Inside});
  }
  /// By the terminator; on whatever way it takes.
  void changeAtEnd(std::uint32_t value, Node node, std::uint64_t time, PresenceChange change) {
    events_.push_back({value, node, time, change, Event::Where::AtEnd});
  }
  /// On one edge; `target` has others.
  void leaveOnEdge(std::uint32_t value, Node from, Node target) { edge_events_.push_back({value, from, target}); }
  void solve();

  [[nodiscard]] Presence atStart(std::uint32_t value, Node node) const;
  [[nodiscard]] Presence beforeEnd(std::uint32_t value, Node node) const;
  [[nodiscard]] Presence atEnd(std::uint32_t value, Node node) const;

private:
  struct Event {
    std::uint32_t value;
    Node node;
    std::uint64_t time;
    PresenceChange change;
    enum class Where : std::uint8_t { Inside, AtEnd } where;
  };
  struct EdgeEvent {
    std::uint32_t value;
    Node from, target;
  };
  /// A node at which a value changes, or ways with different pasts meet.
  struct Definition {
    Node node;
    std::uint32_t outer; ///< index of the nearest other definition that dominates this one; `none`: there is none
    PresenceChange inside, at_end;
    bool merges = false;
    Presence before{}, after{};
  };
  class Solver;
  [[nodiscard]] const Definition &reaching(std::uint32_t value, Node node) const;

  const RunGraph &graph_;
  std::vector<Presence> at_entry_;
  std::vector<Node> scopes_;
  std::vector<Event> events_;
  std::vector<EdgeEvent> edge_events_;
  std::vector<Definition> definitions_; ///< by value; of one value by node
  std::vector<std::uint32_t> first_;    ///< by value: index into `definitions_`; one more at the end
};

} // namespace lien
