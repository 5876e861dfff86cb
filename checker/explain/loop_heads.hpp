// The loops around a move, for the labels that show which loop repeats it.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

/// The heads (`for x in v`, `while c`, `loop`) of the loops that run what stands at `inside` again, but not the declaration at `declared`; innermost first.
/// All spans are relative to the body.
llvm::SmallVector<Span, 2> loopHeadsAround(const JudgedBody &judged, Span inside, Span declared);

} // namespace lien
