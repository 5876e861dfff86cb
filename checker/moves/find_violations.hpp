// The check itself: every access of every reachable statement against what the analyses know before it. Three questions that have nothing to do with each
// other: can the value be moved out, is there one, and may it be changed.
#pragma once

#include "checker/moves/violations.hpp"

namespace lien {

Violations findViolations(const ControlFlow &flow, const MoveData &data, const MoveTypes &types);

} // namespace lien
