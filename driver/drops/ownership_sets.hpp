// Who owns what at a point between blocks: the named variables that hold a value, those that hold none any more (or not yet), and those of which it depends
// on the way taken.
#pragma once

#include "checker/dataflow/gen_kill.hpp"
#include "driver/drops/judged_schedule.hpp"

namespace lien {

struct OwnershipSets {
  std::vector<std::string> owned, gone, ambiguous; ///< in the order of declaration
};

/// Only of variables whose type needs dropping, from their declaration to their drop.
class OwnershipStates {
public:
  OwnershipStates(const JudgedSchedule &function, const ScheduleFilter &filter);
  [[nodiscard]] OwnershipSets atEndOf(mir::BlockId block) const;

private:
  void solvePresence();
  void addPath(MovePathId path, mir::BlockId block, std::optional<int> outer, OwnershipSets &sets) const;
  template <typename Each> void forEachPresenceChange(mir::BlockId block, Each each) const;

  const JudgedSchedule &function_;
  const ScheduleFilter &filter_;
  const DropAnalyses &known_;
  std::vector<mir::LocalId> variables_;
  std::vector<bool> is_variable_; ///< by local
  GenKill present_;               ///< a bit a local: declared (if its state is tracked) or given its value, and not dropped yet
};

} // namespace lien
