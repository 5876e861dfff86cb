// From typed body to MIR: evaluation order, temporaries and their scopes, drops on every edge, match lowering.
// Sources: Reference "Destructors", "Temporary scopes" (2024), "Evaluation order of operands"; rustc dev guide, "MIR construction".
#pragma once

#include "checker/mir/mir.hpp"
#include "frontend/types/infer.hpp"

namespace lien {

/// Builds the MIR of a typed body. Declines (L0003) go to `sink`; then the result is null.
std::unique_ptr<mir::Body> lowerToMir(Program &program, const typed::TypedBody &body, DiagnosticSink &sink);

} // namespace lien
