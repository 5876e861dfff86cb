// `--verify`: findings against the annotations in the source, in the spelling of rustc's UI tests (`annotations.hpp`). Those about drops are checked
// by `driver/drops/verify_drops.hpp`.
//
// What follows the level is a code, a stable name, a part of the message, or a part of the message and `[CODE]`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"

namespace lien {

/// Every error and warning must be annotated and every annotation met; notes and helps may be. Returns the differences, as findings of kind Verify.
std::vector<Diagnostic> verifyAnnotations(const SourceMap &sources, llvm::ArrayRef<Diagnostic> findings);

} // namespace lien
