#include "driver/check/lints.hpp"

#include <algorithm>

namespace lien {

namespace {

std::string normalized(llvm::StringRef lint) {
  std::string name = lint.str();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

} // namespace

void LintLevels::set(llvm::StringRef lint, LintLevel level) { levels_[normalized(lint)] = level; }

std::optional<LintLevel> LintLevels::of(llvm::StringRef lint) const {
  auto found = levels_.find(lint);
  if (found == levels_.end())
    return std::nullopt;
  return found->second;
}

llvm::StringRef lintOf(DiagnosticKind kind) {
  if (kind == DiagnosticKind::L0100 || kind == DiagnosticKind::BeyondStable)
    return stableNameOf(kind);
  return {};
}

LintLevel defaultLevelOf(DiagnosticKind kind) { return kind == DiagnosticKind::BeyondStable ? LintLevel::Warn : LintLevel::Deny; }

bool mayShow(DiagnosticKind kind, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes) {
  const llvm::StringRef lint = lintOf(kind);
  return levels.of(lint).value_or(defaultLevelOf(kind)) != LintLevel::Allow || llvm::any_of(scopes, [&](const LintScope &scope) { return scope.lint == lint; });
}

void applyLintLevels(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes) {
  std::erase_if(findings, [&](Diagnostic &finding) {
    llvm::StringRef lint = lintOf(finding.kind);
    if (lint.empty())
      return false;
    LintLevel level = levels.of(lint).value_or(defaultLevelOf(finding.kind));
    for (const LintScope &scope : scopes)
      if (scope.lint == lint && !finding.primary.empty() && scope.span.contains(finding.primary.front().span))
        level = scope.level;
    if (level == LintLevel::Warn)
      level = levels.of("warnings").value_or(level);
    finding.level = level == LintLevel::Deny ? Level::Error : Level::Warning;
    return level == LintLevel::Allow;
  });
}

} // namespace lien
