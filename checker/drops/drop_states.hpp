// Which values are there at a point, and which may be gone: the two forward analyses that decide drops, variant-aware on both sides.
//
//                                                may hold a value       may hold none
//   fn toy(c: bool, s: S) {                      {s}                    {}
//       if c {                                   {s}                    {}
//           eat(s);                              {}                     {s}
//       }                                        {s}                    {s}        dropped on one way, gone on the other
//   }
//
// The borrow check's "maybe uninitialised" does not look at variants and drops must: after `match o { Some(d) => …, None => … }` nothing below `o as Some` is
// left on the second arm. Locals that are never moved out of, and whose one initialisation dominates all their drops, are always there and cost nothing.
// Source: rustc dev guide, "Drop elaboration".
#pragma once

#include "checker/dataflow/sparse_presence.hpp"
#include "checker/moves/move_paths.hpp"

namespace lien {

/// Does the storage of a local end at a location? That comes after all its drops and is no move that they, or anybody who reads of them, could see.
bool endsStorage(const ControlFlow &flow, Location at);
/// By local: is it dropped somewhere, and is there anything to decide about it?
std::vector<bool> findChangingLocals(const ControlFlow &flow, const MoveData &moves);
/// Those of them that may be there on one way to some drop and gone on another.
std::vector<bool> findUndecidedLocals(const ControlFlow &flow, const MoveData &moves);

class DropStates {
public:
  /// What counts as gone.
  enum class Variants : std::uint8_t {
    Known,   ///< also what cannot be there because of the variant on this way
    Ignored, ///< only what was moved or never initialised: the value of rustc's drop flags
  };
  /// Keeps the states of what is at and below the locals of `tracked`; the others count as always there.
  DropStates(const RunGraph &graph, const ControlFlow &flow, const MoveData &moves, Variants variants, const std::vector<bool> &tracked);

  [[nodiscard]] const RunGraph &graph() const { return graph_; }
  [[nodiscard]] const ControlFlow &flow() const { return flow_; }
  [[nodiscard]] const MoveData &moves() const { return moves_; }
  /// Is there a value of which a part can be ruled out by a variant? Elsewhere `Known` and `Ignored` are the same.
  [[nodiscard]] bool hasVariants() const { return has_variants_; }
  [[nodiscard]] const std::vector<bool> &tracked() const { return tracked_; }

  // Of one path; no run gets to the block: neither held nor gone.
  [[nodiscard]] Presence atStart(mir::BlockId block, MovePathId path) const { return ask(block, path, &SparsePresence::atStart); }
  [[nodiscard]] Presence beforeTerminator(mir::BlockId block, MovePathId path) const { return ask(block, path, &SparsePresence::beforeEnd); }
  /// On the way that a call or drop takes when it returns.
  [[nodiscard]] Presence afterTerminator(mir::BlockId block, MovePathId path) const { return ask(block, path, &SparsePresence::atEnd); }

  [[nodiscard]] bool isTracked(MovePathId path) const { return number_[path] != untracked; }

private:
  static constexpr std::uint32_t untracked = UINT32_MAX;
  using Question = Presence (SparsePresence::*)(std::uint32_t, RunGraph::Node) const;
  [[nodiscard]] Presence ask(mir::BlockId block, MovePathId path, Question question) const {
    if (!isTracked(path))
      return {Presence::held};
    const RunGraph::Node node = graph_.nodeOf(block);
    return node == RunGraph::none ? Presence{} : (presence_.*question)(number_[path], node);
  }
  /// Numbers the paths of the tracked locals; how many they are.
  std::uint32_t numberPaths();
  void boundQuestions();
  /// Of several changes at one location: what comes first.
  enum class Turn : std::uint8_t { RuledOut, Leaves, Arrives, Borrowed };
  void tell(MovePathId path, Location at, Turn turn, PresenceChange change);
  /// Of `path` and all below it.
  void tellBelow(MovePathId path, Location at, Turn turn, PresenceChange change);
  void tellMovesAndInits();
  void tellVariants();

  const RunGraph &graph_;
  const ControlFlow &flow_;
  const MoveData &moves_;
  const std::vector<bool> tracked_; ///< by local
  IdVector<MovePathId, std::uint32_t> number_;
  bool has_variants_ = false;
  SparsePresence presence_;
};

} // namespace lien
