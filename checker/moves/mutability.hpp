// Writes to, and mutable borrows of, what is not mutable (E0384, E0594, E0596).
#pragma once

#include "checker/moves/initialisation.hpp"
#include "checker/moves/violations.hpp"

namespace lien {

/// Adds to `reassignments` and `not_mutable`, in the order of the body, duplicates included.
void checkMutability(const ControlFlow &flow, const MoveData &data, const MoveTypes &types, const Chains &chains, Violations &found);

/// The part of `place` that keeps it from being written to: a local that is not declared mutable, or a place behind a shared reference. Nothing when
/// it may be written. Reference "Mutability"; behind a `&mut` all is mutable, whatever the variable that holds it.
std::optional<mir::PlaceId> immutablePart(const mir::Body &body, const MoveTypes &types, mir::PlaceId place);

} // namespace lien
