// The drop schedule of a function: for every way out of a scope, what is dropped there and in which order, and what depends on the path taken.
//
// Judged per exit: early returns share one chain of drops in the MIR (and in rustc), but each of them has its own state when it enters it.
#pragma once

#include "checker/drops/elaborate.hpp"

namespace lien {

enum class DropKind : std::uint8_t {
  Static,      ///< dropped, whichever way was taken
  Conditional, ///< on some ways only: what L0100 rejects
  Replaced,    ///< the old value, in front of an assignment
  ReplacedConditional,
};

struct ScheduledPiece {
  const DropPiece *piece = nullptr; ///< of a slot of the schedule
  DropKind kind{};
  mir::BlockId block; ///< ends in the Drop
};

struct DropExit {
  mir::ExitKind exit{}; ///< Return, Break, Continue, Question: a jump; Scope: the end of a scope; Assign
  mir::BlockId from;    ///< the jump's block, or that of the first drop
  Span at;              ///< relative to the body: the jump's expression, the end of the scope, the assignment
  std::vector<ScheduledPiece> drops;
  llvm::SmallVector<mir::BlockId, 4> gone;   ///< blocks of drops that drop nothing on this way: moved out, or never initialised
  mir::BlockId to;                           ///< a jump: where it gets when its drops are done
  llvm::SmallVector<mir::LocalId, 4> locals; ///< Scope, Assign: whose turn it is here, dropped or not
};

/// What becomes of one value at one scope end, over all exits that come by.
enum class DropFate : std::uint8_t { Static, Conditional, Replaced, ReplacedConditional, Moved, Uninitialised };

class DropSchedule {
public:
  /// `states`: with variants known, of all locals that change or of those that are undecided (the others then count as dropped wherever a drop stands).
  /// `promoted`: what was borrowed as a constant of its own (`promotedLocals`); nothing is left of it to drop.
  DropSchedule(Program &program, const MoveTypes &types, const DropStates &states, llvm::ArrayRef<mir::LocalId> promoted);
  DropSchedule(const DropSchedule &) = delete;
  DropSchedule &operator=(const DropSchedule &) = delete;

  [[nodiscard]] llvm::ArrayRef<DropExit> exits() const { return exits_; }
  /// The pieces of every reachable Drop that is no cleanup, by block; blocks in the order of the flow.
  struct Slot {
    mir::BlockId block;
    llvm::SmallVector<DropPiece, 2> pieces;
  };
  [[nodiscard]] llvm::ArrayRef<Slot> slots() const { return slots_; }
  [[nodiscard]] const DropStates &states() const { return states_; }
  /// The same without variants: what may hold a value as far as moves and initialisations tell.
  [[nodiscard]] const DropStates &flags() const;

private:
  void followJump(mir::BlockId from);
  void gatherScopeEnds();
  [[nodiscard]] const Slot *slotOf(mir::BlockId block) const;
  void schedule(const Slot &slot, mir::BlockId jump, std::vector<ScheduledPiece> &out) const;
  [[nodiscard]] bool isPure(mir::BlockId block) const;

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &moves_;
  const DropStates &states_;
  mutable std::optional<DropStates> without_variants_; ///< what decides, on one way, about what is decided at run time; made when somebody asks
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> slot_of_; ///< by block: index into `slots_`
  std::vector<bool> in_jump_;          ///< by block: a jump runs through its drop
  std::vector<DropExit> exits_;
};

} // namespace lien
