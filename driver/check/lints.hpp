// Levels of Lien's own lints, from the command line and from attributes, with rustc's rules. rustc's lints are accepted by name and have no effect.
//
// Source: rustc book, "Lint levels"; Reference, "Lint check attributes"; where these are silent, what rustc 1.95 does with its own lints.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include "llvm/ADT/StringMap.h"

#include <functional>
#include <optional>

namespace lien {

/// From the mildest on. `Expect` hides as `Allow` does, and asks that there be something to hide.
enum class LintLevel : std::uint8_t { Allow, Expect, Warn, Deny, Forbid };

/// `-A`, `-W`, `-D`, `-F` in the order given: the last one wins, but nothing undoes a `Forbid`. Names may be written with `-` or `_`.
class LintLevels {
public:
  void set(llvm::StringRef lint, LintLevel level);
  /// The level given for a lint or for the group `warnings`, if any.
  [[nodiscard]] std::optional<LintLevel> of(llvm::StringRef lint) const;

  /// `--cap-lints`: no lint gets a higher level. Below `Forbid` it also lets attributes undo one.
  void setCap(LintLevel cap) { cap_ = cap; }
  [[nodiscard]] LintLevel cap() const { return cap_; }

private:
  llvm::StringMap<LintLevel> levels_;
  LintLevel cap_ = LintLevel::Forbid;
};

/// The lint behind a kind of finding; empty for what is not a lint.
llvm::StringRef lintOf(DiagnosticKind kind);
LintLevel defaultLevelOf(DiagnosticKind kind);

/// A stretch of source under an attribute such as `#[allow(ambiguous_drop)]`. In a list, scopes stand behind those that are around them.
struct LintScope {
  Span span;
  std::string lint;
  LintLevel level{};
  Span name{};             ///< where the attribute names the lint
  std::string reason{};    ///< `reason = "…"`
  std::size_t written = 0; ///< which attribute: one that stands above `mod name;` has a scope in another file, too
};

/// Could a finding of this kind be shown anywhere, or be expected?
bool mayShow(DiagnosticKind kind, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes);

/// Gives findings of lints their levels and removes what is allowed or expected. Returns the attributes (`LintScope::written`) that met what they expect.
std::vector<std::size_t> applyLintLevels(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes);

/// Reports each `expect` that met nothing, where `is_certain` says that all code under it was judged.
void reportUnfulfilled(std::vector<Diagnostic> &findings, const LintLevels &levels, llvm::ArrayRef<LintScope> scopes, llvm::ArrayRef<std::size_t> met,
                       llvm::function_ref<bool(Span)> is_certain);

} // namespace lien
