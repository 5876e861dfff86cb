#include "checker/check.hpp"

#include "checker/borrows/promotion.hpp"
#include "checker/borrows/solved_loan_regions.hpp"
#include "checker/constants/const_drops.hpp"
#include "checker/dataflow/row_bits.hpp"
#include "checker/explain/borrow_wording.hpp"
#include "checker/explain/drop_wording.hpp"
#include "checker/explain/wording.hpp"
#include "checker/moves/find_violations.hpp"

namespace lien {

namespace {

bool isOfFunction(Program &program, const mir::Body &body) {
  DefKind kind = program.def(body.owner).kind;
  return isFunction(kind) || kind == DefKind::Closure;
}

/// Bits in the rows of the largest body that is analysed, for each analysis that keeps some: 256 MiB.
constexpr std::size_t most_row_bits = std::size_t{1} << 31U;

bool isTooLarge(Program &program, const ControlFlow &flow) {
  const auto is_scalar = [&](Ty ty) {
    const TyKind kind = program.types().data(ty).kind;
    return kind == TyKind::Bool || kind == TyKind::Char || kind == TyKind::Int || kind == TyKind::Float || kind == TyKind::Never || ty == program.types().unit;
  };
  return flow.order().size() * flow.body().locals.size() > most_row_bits && mostRowBits(flow, is_scalar) > most_row_bits;
}

/// Ambiguous drops of one body that are explained and get rewrites: each costs searches through the whole body. The others are named.
constexpr unsigned most_explained = 32;

void reportAmbiguousDrops(const JudgedBody &judged, llvm::ArrayRef<mir::LocalId> promoted, const CheckOptions &options, DiagnosticSink &sink) {
  const std::vector<bool> undecided = findUndecidedLocals(judged.flow, judged.data);
  if (llvm::none_of(undecided, [](bool is) { return is; }))
    return;
  const RunGraph graph(judged.flow);
  const DropStates states(graph, judged.flow, judged.data, DropStates::Variants::Known, undecided);
  if (!mayHaveAmbiguousDrops(states))
    return;
  const DropSchedule schedule(judged.program, judged.types, states, promoted);
  const DropWording wording(judged, states, options.source);
  unsigned explained = 0;
  for (const AmbiguousDrop &drop : findAmbiguousDrops(schedule)) {
    if (options.on_trial || explained++ >= most_explained) {
      sink.report(wording.name(drop));
      continue;
    }
    Diagnostic finding = wording.explain(drop);
    wording.proposeRewrites(finding, drop);
    sink.report(std::move(finding));
  }
}

bool isDeclined(const Regions &regions, const mir::Body &body, DiagnosticSink &sink) {
  const std::optional<RegionDecline> &declined = regions.declined();
  if (declined && declined->is_limit)
    sink.declineLimit(declined->span.absoluteFrom(body.base), declined->what);
  else if (declined)
    sink.declinePending(declined->span.absoluteFrom(body.base), declined->what);
  return declined.has_value();
}

} // namespace

/// Detect, explain, word. All modes answer as `nll` until the later tiers exist. A declined body reports nothing else (`LANGUAGE.md`).
void checkMir(Program &program, const mir::Body &body, const CheckOptions &options, DiagnosticSink &sink) {
  ControlFlow flow(body);
  if (isTooLarge(program, flow)) {
    sink.declineLimit(program.def(body.owner).name_span, "function with too many branches and variables for the analyses");
    return;
  }
  std::vector<std::uint32_t> promoted = findPromotedBorrows(program, flow, sink);
  if (sink.hasDeclines())
    return;
  const llvm::SmallVector<mir::LocalId, 4> promoted_locals = promotedLocals(flow, promoted);
  ProgramMoveTypes types(program);
  MoveData data(flow, types);
  Loans loans(flow, types, std::move(promoted));
  Regions regions(program, flow, data, types, loans.borrowPoints());
  if (isDeclined(regions, body, sink))
    return;
  for (const Span span : regions.generalityErrors())
    sink.report(Diagnostic(DiagnosticKind::E0308, "mismatched types", span.absoluteFrom(body.base), "one type is more general than the other"));
  checkConstDrops(program, flow, sink);
  SolvedLoanRegions loan_regions(regions);
  loans.setRegions(loan_regions);

  Violations violations = findViolations(flow, data, types);
  BorrowViolations conflicts = findBorrowViolations({flow, types, loans, loan_regions, violations, !isOfFunction(program, body)});
  for (const std::uint32_t index : llvm::reverse(conflicts.silenced_reassignments))
    violations.reassignments.erase(violations.reassignments.begin() + index);
  for (const std::uint32_t index : llvm::reverse(conflicts.silenced_not_mutable))
    violations.not_mutable.erase(violations.not_mutable.begin() + index);
  JudgedBody judged{program, flow, data, types};
  if (violations.none() && conflicts.none() && regions.universalErrors().empty() && regions.typeTestErrors().empty()) {
    if (options.ambiguous_drops && sink.isClean() && isOfFunction(program, body))
      reportAmbiguousDrops(judged, promoted_locals, options, sink);
    return;
  }
  // Judged by few variables, explained by as many as rustc has.
  const bool of_borrows = !conflicts.none() || !regions.universalErrors().empty() || !regions.typeTestErrors().empty();
  std::optional<Regions> detailed;
  if (of_borrows && isDeclined(detailed.emplace(program, flow, data, types, loans.borrowPoints(), RegionDetail::Detailed), body, sink))
    return;
  Wording wording(judged);
  for (const Cause &cause : explainViolations(judged, violations))
    sink.report(wording.word(cause));
  if (!of_borrows)
    return;
  loans.setRegions(SolvedLoanRegions(*detailed));
  BorrowContext context{judged, *detailed, loans};
  BorrowWording borrow_wording(context);
  for (const BorrowCause &cause : explainBorrows(context, conflicts))
    sink.report(borrow_wording.word(cause));
  for (const UniversalRegionError &error : regions.universalErrors())
    sink.report(borrow_wording.word(error));
  for (const TypeTestError &error : regions.typeTestErrors())
    sink.report(borrow_wording.word(error));
}

} // namespace lien
