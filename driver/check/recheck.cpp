#include "driver/check/recheck.hpp"

#include "driver/check/trial.hpp"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>

namespace lien {

namespace {

/// A rewrite that was proposed.
struct Candidate {
  std::size_t finding = 0;
  std::size_t suggestion = 0;
};

/// The rewrites of one body, the first of each finding before all second ones, so that a bound on rounds costs alternatives first.
struct Queue {
  std::vector<Candidate> candidates;
  std::size_t next = 0;
};

bool isChecked(const Diagnostic &finding) { return finding.kind == DiagnosticKind::L0100 && !finding.suggestions.empty(); }

class Recheck {
public:
  Recheck(Judgement &judgement, Rejudge rejudge) : judgement_(judgement), base_(judgement), rejudge_(rejudge) {}

  void run() {
    if (!judgement_.unreadable && !judgement_.internal_error && base_.hasDistinctNames())
      collect();
    for (unsigned round = 0; round < most_recheck_rounds; ++round) {
      const std::vector<std::size_t> bodies = bodiesOfRound();
      if (bodies.empty())
        break;
      tryNextOf(bodies);
    }
    settle();
  }

private:
  [[nodiscard]] const Suggestion &suggestion(Candidate candidate) const { return judgement_.findings[candidate.finding].suggestions[candidate.suggestion]; }
  [[nodiscard]] Candidate nextOf(std::size_t body) const {
    const Queue &queue = queues_.at(body);
    return queue.candidates[queue.next];
  }

  void collect() {
    for (std::size_t i = 0; i < judgement_.findings.size(); ++i) {
      const Diagnostic &finding = judgement_.findings[i];
      const std::optional<std::size_t> body = isChecked(finding) ? base_.bodyOf(finding) : std::nullopt;
      if (!body)
        continue;
      for (std::size_t j = 0; j < finding.suggestions.size(); ++j)
        if (!finding.suggestions[j].edits.empty() && base_.staysIn(*body, finding.suggestions[j]))
          queues_[*body].candidates.push_back({i, j});
    }
    for (auto &[body, queue] : queues_)
      llvm::stable_sort(queue.candidates, [](Candidate a, Candidate b) { return a.suggestion < b.suggestion; });
  }

  /// All bodies with something left to try; or one of those that have to be tried alone.
  std::vector<std::size_t> bodiesOfRound() {
    if (!alone_.empty()) {
      const std::size_t body = alone_.back();
      alone_.pop_back();
      return {body};
    }
    std::vector<std::size_t> bodies;
    for (const auto &[body, queue] : queues_)
      if (queue.next < queue.candidates.size())
        bodies.push_back(body);
    return bodies;
  }

  void tryNextOf(llvm::ArrayRef<std::size_t> bodies) {
    CrateEdits edits(base_);
    llvm::BitVector judged(static_cast<unsigned>(judgement_.body_spans.size()));
    for (std::size_t body : bodies) {
      edits.add(suggestion(nextOf(body)));
      judged.set(static_cast<unsigned>(body));
    }
    const std::optional<TextOverlay> texts = edits.texts();
    if (!texts)
      return giveUp(bodies);
    const Judgement after = rejudge_(*texts, judged);
    const TrialVerdict verdict = compareTrial(base_, after, bodies);
    if (!verdict.comparable)
      return giveUp(bodies);
    for (std::size_t body : bodies) {
      const Candidate candidate = nextOf(body);
      if (!llvm::is_contained(verdict.worse, body) && isGone(judgement_.findings[candidate.finding], body, verdict, after, edits))
        passed_.push_back(candidate);
      ++queues_.at(body).next;
    }
  }

  /// One rewrite broke more than its own body, and which one nobody knows: each is tried alone. One that is alone is it.
  void giveUp(llvm::ArrayRef<std::size_t> bodies) {
    if (bodies.size() == 1)
      ++queues_.at(bodies.front()).next;
    else
      alone_.assign(bodies.rbegin(), bodies.rend());
  }

  /// Fewer of its kind and words are left, and none where it was.
  [[nodiscard]] bool isGone(const Diagnostic &finding, std::size_t body, const TrialVerdict &verdict, const Judgement &after, const CrateEdits &edits) const {
    if (verdict.findings.count(body, finding) >= base_.findings().count(body, finding))
      return false;
    const Span place = finding.primary.front().span;
    const std::optional<std::size_t> file = base_.fileOf(place.shrinkToLo());
    if (!file)
      return false;
    const auto [before, behind] = edits.moved(*file, place.lo() - judgement_.sources.file(FileId(*file)).base());
    const std::uint32_t base = after.sources.file(FileId(*file)).base();
    return llvm::none_of(after.findings, [&, before = before, behind = behind](const Diagnostic &left) {
      if (left.kind != finding.kind || left.message != finding.message || left.primary.empty())
        return false;
      const std::uint32_t at = left.primary.front().span.lo();
      return at == base + before || at == base + behind;
    });
  }

  void settle() {
    std::map<std::size_t, std::vector<std::size_t>> kept;
    for (Candidate candidate : passed_)
      kept[candidate.finding].push_back(candidate.suggestion);
    for (std::size_t i = 0; i < judgement_.findings.size(); ++i) {
      Diagnostic &finding = judgement_.findings[i];
      if (!isChecked(finding))
        continue;
      std::vector<Suggestion> suggestions;
      llvm::sort(kept[i]);
      for (std::size_t j : kept[i]) {
        suggestions.push_back(std::move(finding.suggestions[j]));
        suggestions.back().applicability = suggestions.size() == 1 ? Applicability::MachineApplicable : Applicability::MaybeIncorrect;
      }
      if (suggestions.empty())
        for (const Suggestion &advice : finding.suggestions)
          if (advice.edits.empty())
            finding.help(advice.message);
      finding.suggestions = std::move(suggestions);
    }
  }

  Judgement &judgement_;
  TrialBase base_;
  Rejudge rejudge_;
  std::map<std::size_t, Queue> queues_; ///< by body
  std::vector<std::size_t> alone_;      ///< bodies whose next rewrite is tried without others, the last first
  std::vector<Candidate> passed_;
};

} // namespace

void recheckRewrites(Judgement &judgement, Rejudge rejudge) {
  if (llvm::any_of(judgement.findings, isChecked))
    Recheck(judgement, rejudge).run();
}

} // namespace lien
