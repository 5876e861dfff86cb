// Lint attributes in trees: `#[allow(ambiguous_drop)]` and its kin, with the stretch of source they hold for.
#pragma once

#include "driver/check/crate_files.hpp"
#include "driver/check/lints.hpp"
#include "frontend/syntax/parse.hpp"

namespace lien {

/// Scopes of Lien's own lints in the files of a crate, outer before inner. rustc's lints are left out: they have no effect. An attribute that would undo a
/// `forbid` (E0453) goes to `findings` and has no scope.
std::vector<LintScope> lintScopesOf(llvm::ArrayRef<std::unique_ptr<CrateFileEntry>> files, const SymbolTable &symbols, const LintLevels &levels,
                                    std::vector<Diagnostic> &findings);

/// … of one file by itself.
std::vector<LintScope> lintScopesOf(const ast::File &file, const SymbolTable &symbols);

} // namespace lien
