// Rewrites are judged before they are offered: the rewritten program no longer has the finding, and has no other instead.
//
// The explainer proposes what usually helps with an ambiguous drop; whether it helps here depends on everything that a judgement depends on, so one is made.
// Bodies are independent of each other: one round tries one rewrite of each body, and judges the bodies that it changed.
#pragma once

#include "driver/check/pipeline.hpp"

#include "llvm/ADT/BitVector.h"

namespace lien {

/// Judges the crate again with other texts, in the bodies of these numbers.
using Rejudge = llvm::function_ref<Judgement(const TextOverlay &texts, const llvm::BitVector &bodies)>;

/// What is not tried within so many rounds is not offered.
constexpr unsigned most_recheck_rounds = 32;

/// Takes from each `L0100` the suggestions that do not hold. Of the others the first is for machines to apply, the rest may be. One without edits is advice,
/// for where none of the others holds.
void recheckRewrites(Judgement &judgement, Rejudge rejudge);

} // namespace lien
