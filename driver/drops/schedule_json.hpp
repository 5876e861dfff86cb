// The drop schedule as JSON, schema `lien-drops/1` (docs/DROPS.md).
#pragma once

#include "driver/drops/judged_schedule.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien {

/// Gathers the functions of one file and writes one object for it.
class ScheduleJson {
public:
  explicit ScheduleJson(const ScheduleFilter &filter) : filter_(filter) {}

  void add(const JudgedSchedule &function);
  void write(llvm::StringRef file, const Judgement &judgement, llvm::raw_ostream &stream);

private:
  void addExits(const JudgedSchedule &function);

  const ScheduleFilter &filter_;
  std::vector<std::string> functions_, exits_, summary_; ///< one text for each value
};

} // namespace lien
