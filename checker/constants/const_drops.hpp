// Destructors in code that is evaluated at compile time (E0493).
#pragma once

#include "checker/dataflow/control_flow.hpp"
#include "frontend/types/program.hpp"

namespace lien {

/// Reports each drop in a constant, a static or a `const fn` of a value whose type has drop glue, unless the value is known to hold nothing to drop.
void checkConstDrops(Program &program, const ControlFlow &flow, DiagnosticSink &sink);

} // namespace lien
