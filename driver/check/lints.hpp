// Levels of Lien's own lints, from the command line and from attributes. rustc's lints are accepted by name and have no effect.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include "llvm/ADT/StringMap.h"

namespace lien {

enum class LintLevel : std::uint8_t { Allow, Warn, Deny };

/// `-A`, `-W`, `-D` in the order given: the last one wins. Names may be written with `-` or `_`.
class LintLevels {
public:
  void set(llvm::StringRef lint, LintLevel level);
  /// The level given for a lint or for the group `warnings`, if any.
  [[nodiscard]] std::optional<LintLevel> of(llvm::StringRef lint) const;

private:
  llvm::StringMap<LintLevel> levels_;
};

/// The lint behind a kind of finding; empty for what is not a lint.
llvm::StringRef lintOf(DiagnosticKind kind);
LintLevel defaultLevelOf(DiagnosticKind kind);

/// A stretch of source under an attribute such as `#[allow(ambiguous_drop)]`. Later scopes in a list are inner ones or come later.
struct LintScope {
  Span span;
  std::string lint;
  LintLevel level{};
};

/// Could a finding of this kind be shown anywhere?
bool mayShow(DiagnosticKind kind, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes);

/// Gives findings of lints their levels and removes what is allowed. Attributes beat the command line.
void applyLintLevels(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes);

} // namespace lien
