#include "driver/check/timings.hpp"

#include "llvm/Support/Format.h"

namespace lien {

llvm::StringRef phaseName(Phase phase) {
  switch (phase) {
  case Phase::Read:
    return "read";
  case Phase::Parse:
    return "parse";
  case Phase::Resolve:
    return "resolve names";
  case Phase::Items:
    return "check items";
  case Phase::Infer:
    return "infer types";
  case Phase::Patterns:
    return "check patterns";
  case Phase::Lower:
    return "build MIR";
  case Phase::Check:
    return "check MIR";
  case Phase::Recheck:
    return "check rewrites";
  case Phase::Render:
    return "render";
  case Phase::Count:
    break;
  }
  return "";
}

void PhaseTimes::add(const PhaseTimes &other) {
  for (std::size_t i = 0; i < times_.size(); ++i)
    times_[i] += other.times_[i];
}

void PhaseTimes::print(std::uint64_t lines, std::chrono::nanoseconds wall, llvm::raw_ostream &out) const {
  auto row = [&](llvm::StringRef name, std::chrono::nanoseconds time) {
    double seconds = std::chrono::duration<double>(time).count();
    out << llvm::format("%-16s %10.2f ms", name.str().c_str(), seconds * 1e3);
    if (seconds > 0)
      out << llvm::format("  %12.0f lines/s", static_cast<double>(lines) / seconds);
    out << '\n';
  };
  for (std::size_t i = 0; i < times_.size(); ++i)
    if (times_[i].count() > 0)
      row(phaseName(static_cast<Phase>(i)), times_[i]);
  row("wall", wall);
}

} // namespace lien
