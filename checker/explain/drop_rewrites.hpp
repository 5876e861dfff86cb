// Rewrites that make an ambiguous drop deterministic (L0100), best first: `return` on the way that has lost the value, where the function ends anyway;
// `drop(x)` on the way that still has it.
//
//   if c {                       if c {                     if c {
//       eat(s);                      eat(s);                    eat(s);
//   }                                return;                } else {
//                                }                              drop(s);
//                                                           }
#pragma once

#include "checker/drops/ambiguity.hpp"
#include "checker/explain/source_edits.hpp"

namespace lien {

/// Candidates with absolute spans: whether one does what it should is decided by judging the edited program. None for temporaries and for ways on which the
/// value was never initialised. The last has no edits: advice for where none of the others does what it should.
/// `source`: the text under an absolute span; rewrites are indented as the lines around them are.
std::vector<Suggestion> rewritesFor(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source);

} // namespace lien
