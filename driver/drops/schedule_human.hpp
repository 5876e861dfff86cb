// The drop schedule for people: the source of each function, annotated at each exit with what is dropped, in order, and why the rest is not.
//
//   11 |         return;
//      |         ^^^^^^ `return` drops
//      |         1. a   variable, String
//      |         -  b   moved into `consume` at 10:9
#pragma once

#include "driver/drops/judged_schedule.hpp"

namespace lien {

class ScheduleHuman {
public:
  ScheduleHuman(const ScheduleFilter &filter, bool color, llvm::raw_ostream &out) : filter_(filter), color_(color), out_(out) {}

  void add(const JudgedSchedule &function);

private:
  const ScheduleFilter &filter_;
  bool color_;
  llvm::raw_ostream &out_;
};

} // namespace lien
