// Conflicts between the name in `x @ P` and the names in `P`.
#pragma once

#include "frontend/typed/typed_body.hpp"
#include "frontend/types/infer.hpp"

namespace lien {

void checkBindingConflicts(Program &program, const typed::TypedBody &body, DiagnosticSink &sink);

} // namespace lien
