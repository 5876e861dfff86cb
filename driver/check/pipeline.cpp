// The pipeline, flat: each phase takes the finished value of the one before. What a missing phase would have to judge is declined.
#include "driver/check/pipeline.hpp"

#include "diagnostics/internal_error.hpp"
#include "driver/input/read.hpp"

#include <algorithm>
#include <tuple>

namespace lien {

namespace {

/// Adds a file to the sources, or says why it cannot be judged.
const SourceFile *load(const std::string &path, const std::string &name, Judgement &judgement) {
  PhaseScope scope(judgement.times, Phase::Read, name);
  ReadFile read = readSource(path);
  if (!read.error.empty()) {
    judgement.findings.emplace_back(DiagnosticKind::Io, "cannot read `" + name + "`: " + read.error, Span());
    judgement.unreadable = true;
    return nullptr;
  }
  std::optional<std::size_t> invalid = firstInvalidUtf8(read.text);
  FileId id = judgement.sources.add(name, std::move(read.text));
  if (!id.isValid()) {
    judgement.findings.emplace_back(DiagnosticKind::L0003, "not judged: limit reached: `" + name + "` and what was read before exceed 4 GiB", Span());
    return nullptr;
  }
  const SourceFile &file = judgement.sources.file(id);
  judgement.lines += llvm::StringRef(file.text()).count('\n');
  if (invalid) {
    auto at = static_cast<std::uint32_t>(file.base() + *invalid);
    judgement.findings.emplace_back(DiagnosticKind::InvalidUtf8, "`" + name + "` is not valid UTF-8 from byte " + std::to_string(*invalid) + " on",
                                    Span(at, at + 1), "this byte begins no valid sequence");
    judgement.unreadable = true;
    return nullptr;
  }
  return &file;
}

void run(const std::string &path, const JudgeOptions &options, Judgement &judgement) {
  const SourceFile *root = load(path, path == "-" ? options.stdin_name : path, judgement);
  if (root == nullptr)
    return;
  DiagnosticSink sink;
  // No phase behind reading exists yet: nothing is accepted that was not judged.
  if (!root->text().trim().empty())
    sink.declineFeature(Span(root->base(), root->base()), "the file (only reading it works yet)");
  llvm::append_range(judgement.findings, std::move(sink).finish());
}

std::uint32_t positionOf(const Diagnostic &finding) { return finding.primary.empty() ? 0 : finding.primary.front().span.lo(); }

} // namespace

void sortAndRemoveDuplicates(std::vector<Diagnostic> &findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic &a, const Diagnostic &b) { return positionOf(a) < positionOf(b); });
  auto same = [](const Diagnostic &a, const Diagnostic &b) {
    bool same_place = a.primary.empty() ? b.primary.empty() : !b.primary.empty() && a.primary.front().span == b.primary.front().span;
    return a.kind == b.kind && same_place && a.message == b.message;
  };
  // Findings of one place stand together, but not always side by side.
  std::vector<Diagnostic> kept;
  for (Diagnostic &finding : findings) {
    bool repeated = false;
    for (auto before = kept.rbegin(); before != kept.rend() && positionOf(*before) == positionOf(finding) && !repeated; ++before)
      repeated = same(*before, finding);
    if (!repeated)
      kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

Judgement judge(const std::string &path, const JudgeOptions &options) {
  Judgement judgement(1);
  try {
    run(path, options, judgement);
  } catch (const InternalError &error) {
    Span place = judgement.sources.size() == 0 ? Span() : judgement.sources.file(FileId(0)).span().shrinkToLo();
    Diagnostic finding(DiagnosticKind::Internal, std::string("internal error: ") + error.what(), place);
    finding.note("this is a defect of Lien, not of the program; please report it with this file");
    judgement.findings.push_back(std::move(finding));
    judgement.internal_error = true;
  }
  sortAndRemoveDuplicates(judgement.findings);
  applyLintLevels(judgement.findings, options.lints, {});
  return judgement;
}

} // namespace lien
