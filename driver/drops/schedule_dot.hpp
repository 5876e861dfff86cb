// The control-flow graph for Graphviz: `lien drops --format=dot f.rs | dot -Tsvg > f.svg`.
//
// One digraph a file, one cluster a function. A node shows the source that runs there, what is dropped (highlighted), and which variables are owned, gone or
// ambiguous at its end; edges are labelled by branch. Unwinding is left out.
#pragma once

#include "driver/drops/judged_schedule.hpp"

namespace lien {

class ScheduleDot {
public:
  ScheduleDot(const ScheduleFilter &filter, llvm::raw_ostream &out) : filter_(filter), out_(out) {}

  void begin(llvm::StringRef file);
  void add(const JudgedSchedule &function);
  void end();

private:
  const ScheduleFilter &filter_;
  llvm::raw_ostream &out_;
  unsigned functions_ = 0;
};

} // namespace lien
