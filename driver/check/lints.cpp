#include "driver/check/lints.hpp"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>

namespace lien {

namespace {

/// The group of whatever is a warning where it is found.
constexpr llvm::StringLiteral warnings_group = "warnings";

std::string withUnderscores(llvm::StringRef lint) {
  std::string name = lint.str();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string withHyphens(llvm::StringRef lint) {
  std::string name = lint.str();
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

/// A level, and who set it.
struct Setting {
  LintLevel level{};
  const LintScope *scope = nullptr; ///< an attribute
  llvm::StringRef given;            ///< by the command line, for this lint or group
};

class Resolver {
public:
  Resolver(const LintLevels &levels, llvm::ArrayRef<LintScope> scopes) : levels_(levels), scopes_(scopes) {}

  /// The innermost attribute counts, then the command line, then the lint's default. What comes out as a warning is asked of the group `warnings` in the
  /// same way. The cap is last.
  [[nodiscard]] Setting at(DiagnosticKind kind, std::optional<Span> place) const {
    const llvm::StringRef lint = lintOf(kind);
    Setting setting = find(lint, place).value_or(Setting{defaultLevelOf(kind), nullptr, {}});
    if (setting.level == LintLevel::Warn)
      if (const std::optional<Setting> group = find(warnings_group, place); group && group->level != LintLevel::Warn)
        setting = *group;
    setting.level = std::min(setting.level, levels_.cap());
    return setting;
  }

private:
  [[nodiscard]] std::optional<Setting> find(llvm::StringRef lint, std::optional<Span> place) const {
    for (const LintScope &scope : llvm::reverse(scopes_))
      if (place && scope.lint == lint && scope.span.contains(*place))
        return Setting{scope.level, &scope, {}};
    if (const std::optional<LintLevel> given = levels_.of(lint))
      return Setting{*given, nullptr, lint};
    return std::nullopt;
  }

  const LintLevels &levels_;
  llvm::ArrayRef<LintScope> scopes_;
};

char letterOf(LintLevel level) {
  switch (level) {
  case LintLevel::Allow:
  case LintLevel::Expect:
    return 'A';
  case LintLevel::Warn:
    return 'W';
  case LintLevel::Deny:
    return 'D';
  case LintLevel::Forbid:
    return 'F';
  }
  return 'A';
}

/// Says who set a level, each thing once.
class SourceNotes {
public:
  void add(Diagnostic &finding, const Setting &setting) {
    if (setting.scope != nullptr) {
      if (!setting.scope->reason.empty())
        finding.note(setting.scope->reason);
      if (told_.insert(std::to_string(setting.scope->name.lo())).second)
        finding.noteAt(setting.scope->name, "the lint level is defined here");
      return;
    }
    if (setting.given.empty())
      return;
    const std::string letter(1, letterOf(setting.level));
    const std::string own = "`-" + letter + " " + withHyphens(lintOf(finding.kind)) + "`";
    const bool is_group = setting.given == warnings_group;
    std::string note = is_group ? own + " implied by `-" + letter + " warnings`" : "requested on the command line with " + own;
    if (!told_.insert(note).second)
      return;
    finding.note(std::move(note));
    if (is_group)
      finding.help("to override `-" + letter + " warnings` add `#[allow(" + lintOf(finding.kind).str() + ")]`");
  }

private:
  llvm::StringSet<> told_;
};

/// Sets the level of a finding; false: it is not shown.
bool show(Diagnostic &finding, const Setting &setting, SourceNotes &notes) {
  if (setting.level <= LintLevel::Expect)
    return false;
  finding.level = setting.level == LintLevel::Warn ? Level::Warning : Level::Error;
  notes.add(finding, setting);
  return true;
}

} // namespace

void LintLevels::set(llvm::StringRef lint, LintLevel level) {
  LintLevel &present = levels_.try_emplace(withUnderscores(lint), level).first->second;
  if (present != LintLevel::Forbid)
    present = level;
}

std::optional<LintLevel> LintLevels::of(llvm::StringRef lint) const {
  auto found = levels_.find(lint);
  if (found == levels_.end())
    return std::nullopt;
  return found->second;
}

llvm::StringRef lintOf(DiagnosticKind kind) {
  if (kind == DiagnosticKind::L0100 || kind == DiagnosticKind::BeyondStable || kind == DiagnosticKind::UnfulfilledExpectation)
    return stableNameOf(kind);
  return {};
}

LintLevel defaultLevelOf(DiagnosticKind kind) { return kind == DiagnosticKind::L0100 ? LintLevel::Deny : LintLevel::Warn; }

bool mayShow(DiagnosticKind kind, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes) {
  const llvm::StringRef lint = lintOf(kind);
  if (levels.cap() == LintLevel::Allow)
    return false;
  return levels.of(lint).value_or(defaultLevelOf(kind)) != LintLevel::Allow || llvm::any_of(scopes, [&](const LintScope &scope) { return scope.lint == lint; });
}

std::vector<std::size_t> applyLintLevels(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes) {
  const Resolver resolver(levels, scopes);
  SourceNotes notes;
  std::vector<std::size_t> met;
  std::erase_if(findings, [&](Diagnostic &finding) {
    if (lintOf(finding.kind).empty())
      return false;
    const std::optional<Span> place = finding.primary.empty() ? std::nullopt : std::optional(finding.primary.front().span);
    const Setting setting = resolver.at(finding.kind, place);
    if (setting.level == LintLevel::Expect && setting.scope != nullptr)
      met.push_back(setting.scope->written);
    return !show(finding, setting, notes);
  });
  return met;
}

/// An expectation's own attributes, and what is around them, say at which level it is reported.
void reportUnfulfilled(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes, llvm::ArrayRef<std::size_t> met,
                       llvm::function_ref<bool(Span)> is_certain) {
  constexpr DiagnosticKind kind = DiagnosticKind::UnfulfilledExpectation;
  const Resolver resolver(levels, scopes);
  SourceNotes notes;
  llvm::DenseSet<std::size_t> uncertain;
  for (const LintScope &scope : scopes)
    if (scope.level == LintLevel::Expect && !is_certain(scope.span))
      uncertain.insert(scope.written);
  llvm::DenseSet<std::size_t> done(met.begin(), met.end());
  for (const LintScope &scope : scopes) {
    // What `warnings` would have met are rustc's lints, too. An expectation of this very lint would hide itself.
    const bool is_own = scope.lint != warnings_group && scope.lint != stableNameOf(kind);
    if (scope.level != LintLevel::Expect || !is_own || uncertain.contains(scope.written) || !done.insert(scope.written).second)
      continue;
    Diagnostic finding(kind, "this lint expectation is unfulfilled", scope.name);
    if (!scope.reason.empty())
      finding.note(scope.reason);
    if (show(finding, resolver.at(kind, scope.span), notes))
      findings.push_back(std::move(finding));
  }
}

} // namespace lien
