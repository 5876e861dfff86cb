// Which move paths may hold no value, which may hold one, and which were ever given one: three forward analyses over the same effects.
//
//                                                maybe uninitialised    maybe initialised   ever initialised
//   fn toy(c: bool, s: String) -> String {       {t}                    {c, s}              {c, s}
//       let t;                                   {t}                    {c, s}              {c, s}
//       if c {                                   {t}                    {c, s}              {c, s}
//           t = s;                               {s}                    {c, t}              {c, s, t}
//       } else {                                 {t}                    {c, s}              {c, s}
//           t = String::new();                   {}                     {c, s, t}           {c, s, t}
//       }                                        {s}                    {c, s, t}           {c, s, t}
//       t
//   }
//
// A use asks "maybe uninitialised" (E0381, E0382), an assignment to what is not `mut` asks "ever initialised" (E0384), a drop asks both of the first two.
// The return place is left out above; paths below a path follow it until they are touched themselves.
// Sources: rustc dev guide, "Move paths" and "Drop elaboration"; RFC 2094 has no say in this.
#pragma once

#include "checker/moves/effects.hpp"
#include "checker/moves/tracked_paths.hpp"

namespace lien {

/// Paths that hold no value on some way to a point. The borrow check's question; it does not look at which variant an enum has.
class MaybeUninitialised {
public:
  /// Of all paths.
  MaybeUninitialised(const ControlFlow &flow, const MoveData &data) : MaybeUninitialised(flow, data, TrackedPaths(data)) {}
  MaybeUninitialised(const ControlFlow &flow, const MoveData &data, TrackedPaths tracked) : flow_(flow), data_(data), tracked_(std::move(tracked)) {}
  void solve(Blocks which = Blocks::All);
  /// The row of a block: bits as in `TrackedPaths`.
  [[nodiscard]] ConstBitRow atStart(mir::BlockId block) const { return analysis_.at(block); }
  [[nodiscard]] const TrackedPaths &tracked() const { return tracked_; }
  [[nodiscard]] bool maybeEmpty(ConstBitRow state, MovePathId path) const {
    std::uint32_t bit = tracked_.bit(path);
    return bit != TrackedPaths::untracked && testBit(state, bit);
  }

  /// A walk over the points in their order, with the bits of chains beside the row's. Blocks in which nothing is tracked may be left out.
  class Walk {
  public:
    explicit Walk(const MaybeUninitialised &analysis);
    /// To the start of a block.
    void enter(mir::BlockId block);
    /// To before a later point of it.
    void advance(std::uint32_t point);
    [[nodiscard]] bool maybeEmpty(MovePathId path) const { return analysis_.maybeEmpty(state_, path); }

  private:
    const MaybeUninitialised &analysis_;
    llvm::SmallVector<BitWord, 8> state_;
    llvm::ArrayRef<BitChanges::Change> left_; ///< changes that lie ahead
  };

private:
  void listChanges();

  const ControlFlow &flow_;
  const MoveData &data_;
  TrackedPaths tracked_;
  BitChanges changes_; ///< of tracked paths; set: empty
  GenKill analysis_;
};

/// Paths that hold a value on some way to a point: what a drop finds. Variant-aware: where a switch tells the variant, the payloads of the other
/// variants hold nothing; a mutable borrow of an enum may give it any.
class MaybeInitialised {
public:
  /// Of all paths.
  MaybeInitialised(const ControlFlow &flow, const MoveData &data) : flow_(flow), data_(data), tracked_(data) {}
  /// Of those that are tracked in rows.
  MaybeInitialised(const ControlFlow &flow, const MoveData &data, TrackedPaths tracked) : flow_(flow), data_(data), tracked_(std::move(tracked)) {}
  void solve();
  [[nodiscard]] ConstBitRow atStart(mir::BlockId block) const { return analysis_.at(block); }
  void apply(BitRow state, Location at) const;

private:
  template <typename Act> void ifTracked(MovePathId path, Act act) const {
    if (const std::uint32_t bit = tracked_.bit(path); bit != TrackedPaths::untracked)
      act(bit);
  }
  const ControlFlow &flow_;
  const MoveData &data_;
  TrackedPaths tracked_;
  GenKill analysis_;
};

/// Initialisations (indices into `MoveData::inits`) that may have happened since the local's storage began, whatever was moved out since.
class EverInitialised {
public:
  /// `asked`: the locals that `initOf` may be asked about.
  EverInitialised(const ControlFlow &flow, const MoveData &data, std::vector<bool> asked);
  EverInitialised(const ControlFlow &flow, const MoveData &data) : EverInitialised(flow, data, std::vector<bool>(flow.body().locals.size(), true)) {}
  void solve(Blocks which = Blocks::All);
  [[nodiscard]] ConstBitRow atStart(mir::BlockId block) const { return analysis_.at(block); }
  /// Takes `state` from before `point` to before `end`, both of one block.
  void apply(BitRow state, std::uint32_t point, std::uint32_t end) const;
  /// The earliest-listed initialisation of the whole local that may have happened; nothing when there is none.
  [[nodiscard]] std::optional<std::uint32_t> initOf(mir::LocalId local, ConstBitRow state) const;

private:
  void numberInits();
  void listChanges();

  const ControlFlow &flow_;
  const MoveData &data_;
  std::vector<bool> asked_;                ///< by local
  std::vector<std::uint32_t> first_bit_;   ///< by local: of its initialisations, which have bits side by side; one more at the end
  std::vector<std::uint32_t> bit_of_init_; ///< by init; UINT32_MAX: nobody asks
  std::vector<std::uint32_t> init_of_bit_;
  BitChanges changes_;
  GenKill analysis_;
};

} // namespace lien
