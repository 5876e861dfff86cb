// Which rewrites to offer with a finding, as rustc does; each is offered only where what it needs is known to hold (`.clone()` needs `Clone`).
#pragma once

#include "checker/explain/causes.hpp"
#include "checker/explain/place_names.hpp"

namespace lien {

/// E0381: `let x = 42;`.
void suggestInitialValue(const JudgedBody &judged, Diagnostic &finding, mir::LocalId local);
/// E0382: clone, borrow in the pattern, iterate over a borrow.
void suggestForMove(const JudgedBody &judged, const PlaceNames &names, Diagnostic &finding, const MovedBefore &cause, const MoveOut &move);
/// E0507, E0508, E0509: borrow, clone, drop the dereference.
void suggestForIllegalMove(const JudgedBody &judged, const PlaceNames &names, Diagnostic &finding, const CannotMove &cause);
/// `mut` in front of the variable's binding, where the binding is one that can take it.
void suggestMutBinding(const JudgedBody &judged, Diagnostic &finding, mir::LocalId local, llvm::StringRef message);
/// E0594, E0596: `mut` on the variable, or `&mut` in the parameter's type.
void suggestMutability(const JudgedBody &judged, Diagnostic &finding, const NotMutable &violation);
/// E0384: what counts as the first assignment: the binding, where the variable was bound with a value.
Span firstAssignmentSpan(const JudgedBody &judged, const Reassignment &again);

} // namespace lien
