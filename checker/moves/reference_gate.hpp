// Which bodies need no loan analysis for a complete verdict. Everything else is declined until that analysis exists; then this file goes.
//
// The gate is a loan analysis that may err on one side only. It takes for the time that a loan may be alive all points at which any local that the reference
// may have flowed into is live, whichever value that local holds there (RFC 2094 without the order of assignments and without variance), and asks that no
// access in that time conflicts with the loan; that no loan of a local reaches a lifetime of the signature; and that no two lifetimes of the signature can
// meet. Where all that holds, no rule about borrows or lifetimes can reject the body. Where it does not, nothing follows.
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

/// The first place (relative to the body) where a loan analysis would be needed; nothing when the body needs none.
std::optional<Span> findUnjudgedBorrow(Program &program, const ControlFlow &flow);

} // namespace lien
