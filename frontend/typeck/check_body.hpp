// Inference of one body: expressions, patterns, coercions, macros; ends with a typed body or with errors.
#pragma once

#include "frontend/typed/typed_body.hpp"
#include "frontend/types/infer.hpp"

namespace lien {

struct CheckedBody {
  std::unique_ptr<typed::TypedBody> body; ///< null when anything was reported here, or a mistake that was reported elsewhere is in it
  DiagnosticSink findings;                ///< absolute spans
  DiagnosticSink beside;                  ///< errors that keep nothing in the body from being judged; empty without one
};

/// Infers a Fn, AssocFn, Const, AssocConst, Static or AnonConst with a body. Nested functions are bodies of their own.
CheckedBody checkBody(Program &program, DefId owner);

/// Exhaustiveness and reachability of patterns (E0004 E0005), after inference. Source: Maranget 2007, "Warnings for pattern matching"; rustc dev guide.
void checkPatterns(Program &program, const typed::TypedBody &body, DiagnosticSink &sink);

} // namespace lien
