#include "checker/explain/drop_wording.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien {

namespace {

/// What the drop belongs to, for a label at the exit that names the value.
std::string labelAt(mir::ExitKind exit, const std::string &value, llvm::StringRef condition) {
  const std::string rest = value + " only if it was " + condition.str();
  switch (exit) {
  case mir::ExitKind::None:
  case mir::ExitKind::Scope:
    return "dropping " + rest;
  case mir::ExitKind::Return:
    return "this `return` drops " + rest;
  case mir::ExitKind::Break:
    return "this `break` drops " + rest;
  case mir::ExitKind::Continue:
    return "this `continue` drops " + rest;
  case mir::ExitKind::Question:
    return "this `?` drops " + rest;
  case mir::ExitKind::Assign:
    return "this assignment first drops the old value of " + rest;
  }
  return {};
}

} // namespace

std::string DropWording::nameOf(const AmbiguousDrop &drop) const {
  std::vector<std::string> names;
  for (const DropPiece &piece : drop.pieces)
    names.push_back(displayName(names_.name(piece), [&](Span span) { return source_(absolute(span)); }));
  return names.size() <= 3 ? llvm::join(names, ", ") : names[0] + ", " + names[1] + " and " + std::to_string(names.size() - 2) + " more parts";
}

std::string DropWording::outcome(const BranchTaken &branch) const {
  const mir::Terminator &end = body_.blocks[branch.block].terminator;
  const bool otherwise = branch.edge >= end.values.size();
  const TypeStore &types = judged_.types.store();
  if (!end.place.isValid()) {
    const bool is_bool = types.is(body_.places[end.operand.place].ty, TyKind::Bool);
    if (is_bool)
      return otherwise ? "this is `true`" : "this is `false`";
    return otherwise ? "no pattern before it fits" : "this pattern fits";
  }
  const Ty ty = body_.places[end.place].ty;
  if (!otherwise)
    return "this is `" + names_.variantName(ty, static_cast<std::uint32_t>(end.values[branch.edge].lo)) + "`";
  if (end.values.size() == 1)
    return "this is not `" + names_.variantName(ty, static_cast<std::uint32_t>(end.values.front().lo)) + "`";
  return "this is another variant";
}

Diagnostic DropWording::name(const AmbiguousDrop &drop) const {
  Diagnostic finding(DiagnosticKind::L0100, "the drop of " + nameOf(drop) + " depends on the path taken", absolute(drop.at),
                     "it is dropped here on some paths only");
  finding.subject = names_.name(drop.pieces.front()).variable;
  return finding;
}

Diagnostic DropWording::explain(const AmbiguousDrop &drop) const {
  const DropWays ways = waysOf(judged_, states_, drop);
  const bool never = ways.isNeverInitialised();
  const std::string value = nameOf(drop);
  Diagnostic finding = name(drop);
  finding.primary.front().text = labelAt(drop.exit, value, never ? "initialized" : "not moved");
  llvm::SmallVector<Span, 4> seen;
  for (const MoveSite &site : ways.gone.sites) {
    const Span span = judged_.flow.spanAt(judged_.data.moves()[site.move].at);
    if (llvm::is_contained(seen, span))
      continue;
    seen.push_back(span);
    finding.label(absolute(span), value + " is gone once it is moved here");
  }
  if (ways.branch) {
    const Span span = absolute(body_.blocks[ways.branch->block].terminator.span);
    finding.label(span, value + (never ? " was never initialized when " : " is still owned when ") + outcome(*ways.branch));
  } else if (ways.refill) {
    finding.label(absolute(judged_.flow.spanAt(*ways.refill)), value + " is owned again from here on");
  }
  finding.note("at run time a flag that the source does not show would have to decide");
  return finding;
}

void DropWording::proposeRewrites(Diagnostic &finding, const AmbiguousDrop &drop) const {
  for (Suggestion &rewrite : rewritesFor(judged_, drop, source_))
    finding.suggest(std::move(rewrite));
}

} // namespace lien
