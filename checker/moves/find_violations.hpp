// The check itself: every access of every reachable statement against what the analyses know before it.
#pragma once

#include "checker/moves/initialisation.hpp"
#include "checker/moves/violations.hpp"

namespace lien {

Violations findViolations(const ControlFlow &flow, const MoveData &data, const MoveTypes &types);

/// The part of `place` that keeps it from being written to: a local that is not declared mutable, or a place behind a shared reference. Nothing when
/// it may be written. Reference "Mutability"; behind a `&mut` all is mutable, whatever the variable that holds it.
std::optional<mir::PlaceId> immutablePart(const mir::Body &body, const MoveTypes &types, mir::PlaceId place);

} // namespace lien
