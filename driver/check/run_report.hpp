// What a whole run adds up to: counts for the closing lines, the statistics, and the exit status.
#pragma once

#include "diagnostics/render/render.hpp"
#include "driver/check/pipeline.hpp"

#include <map>
#include <set>

namespace lien {

enum class Verdict : std::uint8_t { Accepted, Rejected, Declined, Unreadable, Internal };

Verdict verdictOf(const Judgement &judgement);

class RunReport {
public:
  void add(const Judgement &judgement);
  /// Findings that were printed, which for `--verify` are the differences.
  void addPrinted(llvm::ArrayRef<Diagnostic> findings);

  [[nodiscard]] RunSummary summary() const;
  [[nodiscard]] int exitStatus() const;
  [[nodiscard]] const PhaseTimes &times() const { return times_; }
  [[nodiscard]] std::uint64_t lines() const { return lines_; }
  [[nodiscard]] bool sawInternalError() const { return count(Verdict::Internal) > 0; }
  void printStatistics(llvm::raw_ostream &out) const;

private:
  [[nodiscard]] std::uint32_t count(Verdict verdict) const;

  std::map<Verdict, std::uint32_t> files_;
  std::map<std::string, std::uint32_t> declines_; ///< by code and subject
  std::map<std::string, std::uint32_t> kinds_;    ///< rejections, by stable name
  std::set<std::string> codes_;
  std::uint32_t errors_ = 0;
  std::uint32_t warnings_ = 0;
  std::uint64_t lines_ = 0;
  std::uint64_t bodies_ = 0;
  std::uint64_t declined_bodies_ = 0;
  PhaseTimes times_;
};

} // namespace lien
