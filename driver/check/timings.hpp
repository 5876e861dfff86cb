// Where the time of a run goes: one scope for each phase of each file, added up over the run.
//
// LLVM's TimeProfiler takes the same scopes for `--time-trace`; its Timer is not used because it cannot be shared by the threads that judge files.
#pragma once

#include "llvm/Support/TimeProfiler.h"
#include "llvm/Support/raw_ostream.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace lien {

enum class Phase : std::uint8_t { Read, Parse, Resolve, Items, Infer, Patterns, Lower, Check, Recheck, Render, Count };

llvm::StringRef phaseName(Phase phase);

class PhaseTimes {
public:
  void add(Phase phase, std::chrono::nanoseconds time) { times_[static_cast<std::size_t>(phase)] += time; }
  void add(const PhaseTimes &other);
  /// A table: milliseconds and, with the number of lines, lines per second.
  void print(std::uint64_t lines, std::chrono::nanoseconds wall, llvm::raw_ostream &out) const;

private:
  std::array<std::chrono::nanoseconds, static_cast<std::size_t>(Phase::Count)> times_{};
};

/// Times a block as one phase.
class PhaseScope {
public:
  PhaseScope(PhaseTimes &times, Phase phase, llvm::StringRef detail = {})
      : times_(times), phase_(phase), trace_(phaseName(phase), detail), start_(std::chrono::steady_clock::now()) {}
  ~PhaseScope() { times_.add(phase_, std::chrono::steady_clock::now() - start_); }
  PhaseScope(const PhaseScope &) = delete;
  PhaseScope &operator=(const PhaseScope &) = delete;

private:
  PhaseTimes &times_;
  Phase phase_;
  llvm::TimeTraceScope trace_;
  std::chrono::steady_clock::time_point start_;
};

} // namespace lien
