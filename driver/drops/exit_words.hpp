// What happens at one exit, in words: what is dropped, in order, and why the rest is not. No layout here.
#pragma once

#include "checker/explain/move_targets.hpp"
#include "driver/drops/judged_schedule.hpp"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace lien {

/// One value at an exit.
struct ExitRow {
  enum class Fate : std::uint8_t { Dropped, Ambiguous, Gone } fate{};
  std::string name;  ///< as the source writes it, with the projection of the schema
  std::string words; ///< what it is, or why it is not dropped
};

struct ExitAccount {
  std::string heading;
  std::vector<ExitRow> rows;        ///< what is dropped, in order; then what is gone
  std::vector<mir::LocalId> locals; ///< that the rows speak of
};
bool operator==(const ExitRow &a, const ExitRow &b);

class ExitWords {
public:
  ExitWords(const JudgedSchedule &function, const ScheduleFilter &filter);

  /// No rows: nothing that is asked for is dropped or gone here.
  [[nodiscard]] ExitAccount account(const DropExit &exit) const;
  /// Absolute spans that say something about the rows of an account: declarations and moves.
  [[nodiscard]] const std::vector<Span> &mentioned() const { return mentioned_; }

private:
  [[nodiscard]] std::string heading(const DropExit &exit) const;
  [[nodiscard]] std::string headingOfScopeEnd(const DropExit &exit) const;
  void findLoopIterators();
  [[nodiscard]] bool isLoopIterator(mir::LocalId local) const { return loop_iterators_.contains(local.value); }
  [[nodiscard]] std::string nameOf(const DropName &name) const;
  [[nodiscard]] std::string whatItIs(const ScheduledPiece &scheduled, const DropName &name) const;
  [[nodiscard]] std::string ownerName(const ScheduledPiece &scheduled, const DropName &name) const;
  [[nodiscard]] Location locationOf(const DropExit &exit, mir::BlockId drop) const;
  void addGone(const DropExit &exit, mir::BlockId drop, ExitAccount &account) const;
  void addMissing(const DropExit &exit, mir::BlockId drop, MovePathId path, std::vector<ExitRow> &rows) const;
  /// The moves that reach `at`, in words; empty: none do. `never_given`: also what to say of ways on which the value was never there.
  [[nodiscard]] std::string movesOf(MovePathId path, Location at, llvm::StringRef never_given = {}) const;
  [[nodiscard]] std::string whyGone(MovePathId path, Location at) const;

  const JudgedSchedule &function_;
  const ScheduleFilter &filter_;
  const mir::Body &body_;
  const DropAnalyses &known_;
  JudgedBody judged_body_;
  MoveTargets targets_;
  llvm::StringMap<std::uint32_t> declarations_;  ///< how many variables have a name
  llvm::DenseSet<std::uint32_t> loop_iterators_; ///< locals
  mutable std::vector<Span> mentioned_;
};

} // namespace lien
