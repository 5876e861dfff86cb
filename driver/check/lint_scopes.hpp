// Lint attributes in a tree: `#[allow(ambiguous_drop)]` and its kin, with the stretch of source they hold for.
#pragma once

#include "driver/check/lints.hpp"
#include "frontend/syntax/parse.hpp"

namespace lien {

/// Scopes of Lien's own lints on files and items, outer before inner. rustc's lints are left out: they have no effect.
std::vector<LintScope> lintScopesOf(const ast::File &file, const SymbolTable &symbols);

} // namespace lien
