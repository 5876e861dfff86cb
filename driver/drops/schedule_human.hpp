// The drop schedule for people: the source's lines at which something is dropped, with what, in order, and why the rest is not.
#pragma once

#include "driver/check/pipeline.hpp"

namespace lien {

class ScheduleHuman {
public:
  /// Only what concerns this function or variable, if they are not empty.
  ScheduleHuman(std::string function, std::string variable, llvm::raw_ostream &out)
      : function_(std::move(function)), variable_(std::move(variable)), out_(out) {}

  void add(const JudgedFunction &judged);

private:
  std::string function_, variable_;
  llvm::raw_ostream &out_;
};

} // namespace lien
