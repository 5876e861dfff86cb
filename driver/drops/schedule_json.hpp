// The drop schedule as JSON, schema `lien-drops/1` (docs/DROPS.md).
#pragma once

#include "driver/check/pipeline.hpp"

#include "llvm/Support/JSON.h"

namespace lien {

/// Gathers the functions of one file and writes one object for it.
class ScheduleJson {
public:
  /// Only what concerns this function or variable, if they are not empty.
  ScheduleJson(std::string function, std::string variable) : function_(std::move(function)), variable_(std::move(variable)) {}

  void add(const JudgedFunction &judged);
  void write(llvm::StringRef file, const Judgement &judgement, llvm::raw_ostream &out);

private:
  std::string function_, variable_;
  llvm::json::Array functions_, exits_, summary_;
  bool rejected_ = false, declined_ = false;
};

} // namespace lien
