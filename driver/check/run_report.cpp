#include "driver/check/run_report.hpp"

#include "diagnostics/explain.hpp"
#include "driver/cli/cli.hpp"

#include "llvm/Support/Format.h"

#include <algorithm>

namespace lien {

namespace {

void printCounts(const std::map<std::string, std::uint32_t> &counts, llvm::raw_ostream &out) {
  std::vector<std::pair<std::string, std::uint32_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
  for (const auto &[name, count] : sorted)
    out << llvm::format("%8u  ", count) << name << '\n';
}

} // namespace

Verdict verdictOf(const Judgement &judgement) {
  if (judgement.internal_error)
    return Verdict::Internal;
  if (judgement.unreadable)
    return Verdict::Unreadable;
  Verdict verdict = Verdict::Accepted;
  for (const Diagnostic &finding : judgement.findings) {
    if (isDecline(finding.kind))
      verdict = std::max(verdict, Verdict::Declined);
    else if (finding.level == Level::Error)
      return Verdict::Rejected;
  }
  return verdict;
}

void RunReport::add(const Judgement &judgement) {
  ++files_[verdictOf(judgement)];
  for (const Diagnostic &finding : judgement.findings) {
    if (isDecline(finding.kind))
      ++declines_[(codeOf(finding.kind) + "  " + finding.subject).str()];
    else if (finding.level == Level::Error)
      ++kinds_[stableNameOf(finding.kind).str()];
  }
  lines_ += judgement.lines;
  bodies_ += judgement.bodies;
  declined_bodies_ += judgement.declined_bodies;
  times_.add(judgement.times);
}

void RunReport::addPrinted(llvm::ArrayRef<Diagnostic> findings) {
  for (const Diagnostic &finding : findings) {
    ++(finding.level == Level::Error ? errors_ : warnings_);
    llvm::StringRef code = codeOf(finding.kind);
    if (!code.empty() && explanationOf(code))
      codes_.insert(code.str());
  }
}

RunSummary RunReport::summary() const { return {errors_, warnings_, {codes_.begin(), codes_.end()}}; }

std::uint32_t RunReport::count(Verdict verdict) const {
  auto found = files_.find(verdict);
  return found == files_.end() ? 0 : found->second;
}

int RunReport::exitStatus() const {
  if (sawInternalError())
    return exit_internal;
  if (count(Verdict::Rejected) > 0)
    return exit_rejected;
  return count(Verdict::Declined) + count(Verdict::Unreadable) > 0 ? exit_not_judged : exit_accepted;
}

void RunReport::printStatistics(llvm::raw_ostream &out) const {
  out << "files: " << count(Verdict::Accepted) << " accepted, " << count(Verdict::Rejected) << " rejected, " << count(Verdict::Declined) << " declined, "
      << count(Verdict::Unreadable) << " unreadable, " << count(Verdict::Internal) << " with an internal error\n";
  out << "bodies: " << bodies_ - declined_bodies_ << " judged, " << declined_bodies_ << " declined; lines: " << lines_ << '\n';
  if (!kinds_.empty()) {
    out << "rejected because of:\n";
    printCounts(kinds_, out);
  }
  if (!declines_.empty()) {
    out << "declined because of:\n";
    printCounts(declines_, out);
  }
}

} // namespace lien
