// Uses of what may hold no value (E0381, E0382).
#pragma once

#include "checker/moves/initialisation.hpp"
#include "checker/moves/violations.hpp"

namespace lien {

/// In the order of the body, duplicates included.
std::vector<EmptyUse> findEmptyUses(const ControlFlow &flow, const MoveData &data, const MoveTypes &types, const Chains &chains);

} // namespace lien
