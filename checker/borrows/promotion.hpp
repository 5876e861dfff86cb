// Borrows of constant expressions: `&1`, `&[1, 2]`, `&None`, `&(1 + 2)`, `&mut []`. What they point to is a constant of its own that lives forever, so they
// make no loan and their reference may be `&'static`.
//
// Rule (Reference, "Destructors", "Constant promotion"): the operand is a temporary, computed from constants alone by operations that cannot fail, holds
// nothing that needs dropping or has interior mutability, and is only read.
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

/// Statement indices (`ControlFlow::statementIndex`) of the borrows that are promoted, ascending.
std::vector<std::uint32_t> findPromotedBorrows(Program &program, const ControlFlow &flow);

} // namespace lien
