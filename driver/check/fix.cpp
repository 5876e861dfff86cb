#include "driver/check/fix.hpp"

#include "diagnostics/internal_error.hpp"
#include "driver/check/trial.hpp"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace lien {

namespace {

/// Judgements of one crate. Each round makes one, and more where a rewrite has to be taken back.
constexpr unsigned most_judgements = 100;

/// A rewrite that is to be applied.
struct Planned {
  const Diagnostic *finding = nullptr;
  const Suggestion *rewrite = nullptr;
};

/// What to apply in a round, by body.
using Plan = std::map<std::size_t, std::vector<Planned>>;

std::vector<std::size_t> bodiesOf(const Plan &plan) {
  std::vector<std::size_t> bodies;
  for (const auto &[body, planned] : plan)
    bodies.push_back(body);
  return bodies;
}

/// An edit of one overlaps or touches an edit of the other: made together, they need not mean what each means alone.
bool meet(const Suggestion &a, const Suggestion &b) {
  return llvm::any_of(a.edits, [&](const Edit &one) {
    return llvm::any_of(b.edits, [&](const Edit &other) { return one.span.lo() <= other.span.hi() && other.span.lo() <= one.span.hi(); });
  });
}

class Fixer {
public:
  Fixer(JudgeTexts judge, const TextOverlay &texts) : judge_(judge), texts_(texts) {}

  FixedCrate run() {
    judgeNow();
    const SourceMap &sources = crate_.judgement->sources;
    for (std::size_t i = 0; i < sources.size(); ++i)
      crate_.files.push_back({sources.file(FileId(i)).name().str(), EditedText(sources.file(FileId(i)).text().str())});
    while (judgements_ < most_judgements && round()) {
    }
    return std::move(crate_);
  }

private:
  void judgeNow() {
    crate_.judgement = std::make_unique<Judgement>(judge_(texts_));
    ++judgements_;
  }

  /// Applies what can be applied together, and remembers what cannot. False: nothing is left to try.
  bool round() {
    const TrialBase base(*crate_.judgement);
    if (crate_.judgement->unreadable || crate_.judgement->internal_error || !base.hasDistinctNames())
      return false;
    Plan plan = makePlan(base);
    if (plan.empty())
      return false;
    while (!plan.empty() && judgements_ < most_judgements)
      if (apply(base, plan))
        break;
    return true;
  }

  /// The first rewrite for a machine of each finding, unless it meets one of a finding before.
  [[nodiscard]] Plan makePlan(const TrialBase &base) const {
    Plan plan;
    for (const Diagnostic &finding : base.judgement().findings) {
      const std::optional<std::size_t> body = base.bodyOf(finding);
      if (!body)
        continue;
      const auto rewrite = llvm::find_if(finding.suggestions, [&](const Suggestion &offered) {
        return offered.applicability == Applicability::MachineApplicable && base.staysIn(*body, offered) && !refused_.contains(keyOf(*body, finding, offered));
      });
      if (rewrite == finding.suggestions.end())
        continue;
      std::vector<Planned> &all = plan[*body];
      const auto excludes = [&](const Planned &before) {
        // Which way a value is dropped on often settles what becomes of others: one at a time.
        return (finding.kind == DiagnosticKind::L0100 && before.finding->kind == DiagnosticKind::L0100) || meet(*before.rewrite, *rewrite);
      };
      if (llvm::none_of(all, excludes))
        all.push_back({&finding, &*rewrite});
    }
    return plan;
  }

  /// Judges the planned edits. True: they hold. False: the plan has become smaller.
  bool apply(const TrialBase &base, Plan &plan) {
    CrateEdits edits(base);
    for (const auto &[body, all] : plan)
      for (const Planned &planned : all)
        edits.add(*planned.rewrite);
    const std::optional<TextOverlay> edited = edits.texts();
    if (!edited) // a rewrite's own edits overlap, or one takes away what is inside another function
      return halve(plan), false;
    auto after = std::make_unique<Judgement>(judge_(*edited));
    ++judgements_;
    const std::vector<std::size_t> bodies = bodiesOf(plan);
    const TrialVerdict verdict = compareTrial(base, *after, bodies);
    if (!verdict.comparable)
      return halve(plan), false;
    std::vector<std::size_t> bad = verdict.worse;
    for (const auto &[body, all] : plan)
      if (!llvm::is_contained(bad, body) && !llvm::all_of(all, [&, at = body](const Planned &planned) { return helps(base, verdict, at, *planned.finding); }))
        bad.push_back(body);
    if (!bad.empty())
      return reduce(plan, bad), false;
    accept(plan, edits, *edited, std::move(after));
    return true;
  }

  static bool helps(const TrialBase &base, const TrialVerdict &verdict, std::size_t body, const Diagnostic &finding) {
    return verdict.findings.count(body, finding) < base.findings().count(body, finding);
  }

  void accept(const Plan &plan, const CrateEdits &edits, const TextOverlay &edited, std::unique_ptr<Judgement> after) {
    for (const auto &[body, all] : plan)
      crate_.rewrites += static_cast<unsigned>(all.size());
    for (std::size_t i = 0; i < crate_.files.size(); ++i) {
      const bool applied = crate_.files[i].text.apply(edits.of(i).vec());
      require(applied, "edits that were applied once apply again");
    }
    for (const auto &[name, text] : edited)
      texts_[name] = text;
    crate_.judgement = std::move(after);
  }

  /// Takes back the edits of bodies for which they do no good: where there are several, all but the first; that one was judged alone when it was offered.
  void reduce(Plan &plan, llvm::ArrayRef<std::size_t> bodies) {
    for (std::size_t body : bodies) {
      std::vector<Planned> &all = plan.at(body);
      if (all.size() > 1) {
        all.resize(1);
        continue;
      }
      refused_.insert(keyOf(body, *all.front().finding, *all.front().rewrite));
      plan.erase(body);
    }
  }

  /// Something broke more than its own body. The bodies that are left out here come in the next round.
  void halve(Plan &plan) {
    if (plan.size() == 1) {
      const std::size_t body = plan.begin()->first;
      return reduce(plan, {body});
    }
    plan.erase(std::next(plan.begin(), static_cast<std::ptrdiff_t>(plan.size() / 2)), plan.end());
  }

  /// What a rewrite is known by from one round to the next; places move.
  static std::string keyOf(std::size_t body, const Diagnostic &finding, const Suggestion &rewrite) {
    std::string key = std::to_string(body) + ' ' + stableNameOf(finding.kind).str() + '\n' + finding.message + '\n' + rewrite.message;
    for (const Edit &edit : rewrite.edits)
      key += '\n' + edit.text;
    return key;
  }

  JudgeTexts judge_;
  TextOverlay texts_;
  FixedCrate crate_;
  std::set<std::string> refused_;
  unsigned judgements_ = 0;
};

} // namespace

FixedCrate fixCrate(JudgeTexts judge, const TextOverlay &texts) { return Fixer(judge, texts).run(); }

} // namespace lien
