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
// left on the second arm. Locals that are never moved out of, and whose one initialisation dominates all their drops, need no bit: they are always there.
// Source: rustc dev guide, "Drop elaboration".
#pragma once

#include "checker/dataflow/gen_kill.hpp"
#include "checker/moves/move_paths.hpp"

namespace lien {

class DropStates {
public:
  /// What counts as gone.
  enum class Variants : std::uint8_t {
    Known,   ///< also what cannot be there because of the variant on this way
    Ignored, ///< only what was moved or never initialised: the value of rustc's drop flags
  };
  /// Whose states are kept.
  enum class Locals : std::uint8_t {
    All,
    Undecided, ///< only those that may be there on one way to some drop and gone on another; the others count as always there
  };
  DropStates(const ControlFlow &flow, const MoveData &moves, Variants variants, Locals locals = Locals::All);
  [[nodiscard]] bool tracksNothing() const { return count_ == 0; }

  /// States of the tracked paths: bit 2·n that path n may hold a value, bit 2·n + 1 that it may hold none.
  using State = llvm::SmallVector<BitWord, 4>;
  [[nodiscard]] State atStart(mir::BlockId block) const;
  // One path alone, without a copy of the whole state.
  [[nodiscard]] bool mayHoldAtStart(mir::BlockId block, MovePathId path) const {
    return number_[path] == untracked || testBit(analysis_.at(block), 2 * number_[path]);
  }
  [[nodiscard]] bool mayBeEmptyAtStart(mir::BlockId block, MovePathId path) const {
    return number_[path] != untracked && testBit(analysis_.at(block), (2 * number_[path]) + 1);
  }
  /// Takes `state` from before the location to after it; what a call puts in when it returns is not told here.
  void apply(State &state, Location at) const;
  /// The state before a block's terminator, and after it on the way of a jump.
  [[nodiscard]] State beforeTerminator(mir::BlockId block) const;
  void drop(State &state, MovePathId path) const;
  /// … and after it, on the way that a call or drop takes when it returns.
  [[nodiscard]] State afterTerminator(mir::BlockId block) const;

  [[nodiscard]] bool mayHold(const State &state, MovePathId path) const { return number_[path] == untracked || testBit(state, 2 * number_[path]); }
  [[nodiscard]] bool mayBeEmpty(const State &state, MovePathId path) const { return number_[path] != untracked && testBit(state, (2 * number_[path]) + 1); }
  [[nodiscard]] bool isTracked(MovePathId path) const { return number_[path] != untracked; }

private:
  static constexpr std::uint32_t untracked = UINT32_MAX;
  void choosePaths(Locals which);
  void solve();
  template <typename Absent, typename Present> void effects(Location at, Absent absent, Present present) const;

  const ControlFlow &flow_;
  const MoveData &moves_;
  IdVector<MovePathId, std::uint32_t> number_;
  std::uint32_t count_ = 0;
  Variants variants_;
  GenKill analysis_;
};

} // namespace lien
