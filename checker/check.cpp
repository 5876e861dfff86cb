#include "checker/check.hpp"

#include "checker/explain/wording.hpp"
#include "checker/moves/find_violations.hpp"
#include "checker/moves/reference_gate.hpp"

namespace lien {

/// Detect, explain, word; in front of it the gate for what no pass judges yet. A declined body reports nothing else (`LANGUAGE.md`).
void checkMir(Program &program, const mir::Body &body, const CheckOptions &options, DiagnosticSink &sink) {
  (void)options; // all modes answer as `nll` until loans are judged
  ControlFlow flow(body);
  if (std::optional<Span> borrow = findUnjudgedBorrow(program, flow)) {
    sink.declinePending(borrow->absoluteFrom(body.base), "borrows are not judged yet");
    return;
  }
  ProgramMoveTypes types(program);
  MoveData data(flow, types);
  Violations violations = findViolations(flow, data, types);
  if (violations.none())
    return;
  JudgedBody judged{program, flow, data, types};
  Wording wording(judged);
  for (const Cause &cause : explainViolations(judged, violations))
    sink.report(wording.word(cause));
}

} // namespace lien
