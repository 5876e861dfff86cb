// Where one value is on the ways through the source: read off the typed tree, so that each state has a place that an edit can name.
//
//   fn toy(c: bool, s: S) {      owned
//       if c {                   owned
//           eat(s);              moved
//       }                        owned or moved: it depends
//   }
//
// The graph's answer (`DropStates`) decides whether a drop is ambiguous; this one only says where in the source the ways part and meet. Where the two
// disagree no rewrite is found: each is judged before it is offered.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

/// What may have become of the value when a point is reached.
struct ValueState {
  enum Bit : std::uint8_t {
    Owned = 1,
    Moved = 2,
    Unset = 4,   ///< declared, never given a value
    Absent = 8,  ///< the enum has another variant on this way
    Open = 16,   ///< beside these: something below what can be dropped as one was moved out
    Parted = 32, ///< `Follow::Whole`: a pattern took it apart; what it left in place is still there
  };
  std::uint8_t bits = 0;

  [[nodiscard]] bool isReached() const { return (bits & ways) != 0; }
  [[nodiscard]] bool isOwned() const { return (bits & Owned) != 0 && !isMixed(); }
  [[nodiscard]] bool isGone() const { return isReached() && (bits & (Owned | Parted)) == 0; }
  /// Nothing was moved out: the whole is there and can be dropped as one, whichever variant it has.
  [[nodiscard]] bool isIntact() const { return isReached() && (bits & (Moved | Unset | Open | Parted)) == 0; }
  /// Ways have met of which an edit has to settle some.
  [[nodiscard]] bool isMixed() const { return (bits & (Owned | Parted)) != 0 && ((bits & ways) & ((bits & ways) - 1)) != 0 && !isIntact(); }
  [[nodiscard]] bool isParted() const { return (bits & ways) == Parted; }
  [[nodiscard]] bool isSettled() const { return isReached() && !isMixed(); }
  [[nodiscard]] bool isOpen() const { return (bits & Open) != 0; }
  [[nodiscard]] bool isOnlyUnset() const { return (bits & (Moved | Absent)) == 0 && (bits & Unset) != 0; }
  ValueState &operator|=(ValueState other) {
    bits |= other.bits;
    return *this;
  }
  friend ValueState operator|(ValueState a, ValueState b) { return a |= b; }
  friend bool operator==(ValueState, ValueState) = default;

private:
  static constexpr std::uint8_t ways = Owned | Moved | Unset | Absent | Parted;
};

class ValueWays {
public:
  /// What counts as a state of its own.
  enum class Follow : std::uint8_t {
    Variants, ///< the value, which is gone where its enum has another variant
    Flags,    ///< the value; what variant there is does not matter: what decides at jumps (`DropSchedule`)
    Whole,    ///< the whole: there, taken apart, or gone
  };
  /// `whole`: what a `drop` would name for `value`, the value itself or the nearest place around it that the source can name.
  ValueWays(const JudgedBody &judged, MovePathId value, mir::PlaceId whole, Follow follow);

  /// False where the tree was too deep to be walked: nothing else may be asked then.
  [[nodiscard]] bool isComplete() const { return complete_; }

  [[nodiscard]] ValueState before(typed::ExprId expr) const { return before_[expr]; }
  /// At the expression's end; of a jump: when it jumps.
  [[nodiscard]] ValueState after(typed::ExprId expr) const { return after_[expr]; }
  /// Where a condition does not hold.
  [[nodiscard]] ValueState whenFalse(typed::ExprId condition) const { return when_false_[condition]; }
  [[nodiscard]] ValueState atStart(typed::BlockId block) const { return ways_[block].front(); }
  /// After the first `count` statements.
  [[nodiscard]] ValueState afterStatements(typed::BlockId block, std::size_t count) const { return ways_[block][count]; }
  [[nodiscard]] ValueState atEnd(typed::BlockId block) const { return ways_[block].back(); }
  [[nodiscard]] bool wasWalked(typed::BlockId block) const { return !ways_[block].empty(); }

  /// What stands around an expression: another one, or a block (`statement` may be the block's number of statements: its tail).
  struct Around {
    typed::ExprId expr;
    typed::BlockId block;
    std::uint32_t statement = 0;
  };
  [[nodiscard]] Around around(typed::ExprId expr) const { return around_[expr]; }
  /// The block, loop or (invalid) `let … else` whose block it is; of the last the statement.
  [[nodiscard]] Around around(typed::BlockId block) const { return block_around_[block]; }

  /// Where the variable lives: to the end of this block, or else of this expression.
  [[nodiscard]] typed::BlockId homeBlock() const { return home_block_; }
  [[nodiscard]] typed::ExprId homeExpr() const { return home_expr_; }
  [[nodiscard]] typed::LocalId root() const { return root_; }
  /// How many steps of the value's place a scrutinee covers; nothing: it is another place.
  [[nodiscard]] std::optional<std::size_t> stepsCovered(typed::ExprId scrutinee) const;
  /// The `_` that leaves the value where it is; invalid: the pattern has none for it. `depth`: of what is matched.
  [[nodiscard]] typed::PatId wildcardFor(typed::PatId id, std::size_t depth) const;

private:
  using State = ValueState;
  struct Both {
    State yes, no;
  };
  void gatherMoves(mir::PlaceId whole);
  void eval(typed::ExprId id);
  void evalKind(typed::ExprId id);
  void evalIf(typed::ExprId id);
  void evalMatch(typed::ExprId id);
  void evalLoop(typed::ExprId id);
  void evalJump(typed::ExprId id);
  Both cond(typed::ExprId id);
  void evalBlock(typed::BlockId id);
  void evalLet(const typed::Stmt &stmt, typed::BlockId block, std::uint32_t index);
  void within(typed::ExprId child, typed::ExprId parent) { around_[child] = {parent, {}, 0}; }
  void child(typed::ExprId child, typed::ExprId parent) {
    if (!child.isValid())
      return;
    within(child, parent);
    eval(child);
  }
  void take(State effect);
  void assignTo(typed::ExprId place);
  [[nodiscard]] std::optional<llvm::SmallVector<mir::Projection, 4>> stepsTo(typed::ExprId place) const;
  Both match(typed::PatId id, std::optional<std::size_t> depth, State in) const;
  Both matchVariant(const typed::Pat &pat, std::size_t depth, State in) const;
  [[nodiscard]] bool isIrrefutable(typed::PatId id) const;
  void bind(typed::PatId id);
  [[nodiscard]] bool binds(typed::PatId id, typed::LocalId local) const;
  [[nodiscard]] State absent(State in) const;

  const JudgedBody &judged_;
  const typed::TypedBody &body_;
  MovePathId value_;
  Follow follow_;
  typed::LocalId root_;
  llvm::SmallVector<mir::Projection, 4> steps_;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, std::uint8_t> moves_by_span_; ///< to the bits that are set
  llvm::DenseMap<std::uint32_t, std::uint8_t> moves_by_binding_;
  IdVector<typed::ExprId, State> before_, after_, when_false_, leaving_, continuing_, head_;
  IdVector<typed::BlockId, llvm::SmallVector<State, 8>> ways_;
  IdVector<typed::ExprId, Around> around_;
  IdVector<typed::BlockId, Around> block_around_;
  typed::BlockId home_block_;
  typed::ExprId home_expr_;
  State now_;
  bool complete_ = true;
};

/// The parts of an expression in the order in which they are evaluated (conditions before branches, arms in their order).
llvm::SmallVector<typed::ExprId, 8> partsOf(const typed::TypedBody &body, typed::ExprId id);

} // namespace lien
