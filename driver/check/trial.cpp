#include "driver/check/trial.hpp"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>

namespace lien {

TrialBase::TrialBase(const Judgement &judgement) : judgement_(judgement), bodies_(judgement.body_spans), findings_(bodies_, judgement.findings) {
  llvm::StringSet<> names;
  for (std::size_t i = 0; i < judgement.sources.size(); ++i)
    distinct_names_ &= names.insert(judgement.sources.file(FileId(i)).name()).second;
}

std::optional<std::size_t> TrialBase::bodyOf(const Diagnostic &finding) const {
  return finding.primary.empty() ? std::nullopt : bodies_.at(finding.primary.front().span.lo());
}

std::optional<std::size_t> TrialBase::fileOf(Span span) const {
  const SourceMap &sources = judgement_.sources;
  std::size_t first = 0;
  for (std::size_t count = sources.size(); count > 1;) {
    const std::size_t half = count / 2;
    if (sources.file(FileId(first + half)).base() <= span.lo())
      first += half;
    count -= half;
  }
  if (first < sources.size() && sources.file(FileId(first)).span().contains(span))
    return first;
  return std::nullopt;
}

bool TrialBase::staysIn(std::size_t body, const Suggestion &rewrite) const {
  const Span around = judgement_.body_spans[body];
  return !rewrite.edits.empty() && llvm::all_of(rewrite.edits, [&](const Edit &edit) { return around.contains(edit.span) && fileOf(edit.span).has_value(); });
}

void CrateEdits::add(const Suggestion &rewrite) {
  for (const Edit &edit : rewrite.edits)
    if (const std::optional<std::size_t> file = base_->fileOf(edit.span)) {
      const Span span = edit.span.relativeTo(base_->judgement().sources.file(FileId(*file)).base());
      edits_[*file].push_back({span.lo(), span.hi(), edit.text});
    }
}

std::optional<TextOverlay> CrateEdits::texts() const {
  TextOverlay texts;
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    const SourceFile &file = base_->judgement().sources.file(FileId(i));
    EditedText edited(file.text().str());
    if (!edits_[i].empty() && !edited.apply(edits_[i]))
      return std::nullopt;
    texts[file.name()] = edited.text();
  }
  return texts;
}

std::pair<std::uint32_t, std::uint32_t> CrateEdits::moved(std::size_t file, std::uint32_t offset) const {
  std::int64_t before = offset;
  std::int64_t behind = offset;
  for (const TextEdit &edit : edits_[file]) {
    const std::int64_t growth = static_cast<std::int64_t>(edit.text.size()) - (edit.hi - edit.lo);
    if (edit.hi < offset)
      before += growth;
    if (edit.hi <= offset)
      behind += growth;
  }
  return {static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(behind)};
}

TrialVerdict compareTrial(const TrialBase &base, const Judgement &after, llvm::ArrayRef<std::size_t> edited) {
  TrialVerdict verdict{false, {}, FindingsByBody(BodyIndex(after.body_spans), after.findings)};
  const SourceMap &sources = base.judgement().sources;
  if (after.internal_error || after.unreadable || after.body_spans.size() != base.judgement().body_spans.size() || after.sources.size() != sources.size())
    return verdict;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (after.sources.file(FileId(i)).name() != sources.file(FileId(i)).name())
      return verdict;
  verdict.worse = verdict.findings.moreThan(base.findings());
  verdict.comparable = llvm::all_of(verdict.worse, [&](std::size_t body) { return llvm::binary_search(edited, body); });
  return verdict;
}

} // namespace lien
