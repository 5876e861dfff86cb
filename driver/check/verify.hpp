// `--verify`: findings against the annotations in the source, in the spelling of rustc's UI tests.
//
//   let y = x; //~ ERROR E0382          on this line
//   //~^ ERROR use of moved value       one line above for each `^`
//   //~| NOTE moved here                on the line that the annotation before this one speaks of
//   //~v ERROR E0308                    one line below for each `v`
//
// What follows the level is a code, a stable name, a part of the message, or a part of the message and `[CODE]`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"

namespace lien {

/// Every error and warning must be annotated and every annotation met; notes and helps may be. Returns the differences, as findings of kind Verify.
std::vector<Diagnostic> verifyAnnotations(const SourceMap &sources, llvm::ArrayRef<Diagnostic> findings);

} // namespace lien
