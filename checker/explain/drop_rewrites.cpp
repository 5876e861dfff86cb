#include "checker/explain/drop_rewrites.hpp"

#include "checker/explain/drop_where_owned.hpp"
#include "checker/explain/leave_early.hpp"

namespace lien {

using Follow = ValueWays::Follow;

namespace {

bool isSameEdit(const Suggestion &a, const Suggestion &b) {
  return llvm::equal(a.edits, b.edits, [](const Edit &x, const Edit &y) { return x.span == y.span && x.text == y.text; });
}

void add(std::optional<Suggestion> rewrite, std::vector<Suggestion> &all) {
  if (!rewrite || llvm::any_of(all, [&](const Suggestion &other) { return isSameEdit(*rewrite, other); }))
    return;
  rewrite->applicability = Applicability::MaybeIncorrect;
  all.push_back(std::move(*rewrite));
}

/// False: nothing can be offered, as the value was never given on some way.
bool addAll(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source, Follow follow, std::vector<Suggestion> &all) {
  RewriteTask task(judged, drop, source, follow);
  if (!task.findEnds())
    return !task.was_never_given;
  add(leaveEarly(task), all);
  add(dropWhereOwned(task, DropMode::InPlace), all);
  if (follow == Follow::Whole) {
    add(dropWhereOwned(task, DropMode::Apart), all);
    add(leaveOrDrop(task), all);
    add(dropWhereOwned(task, DropMode::MovedIn), all);
  }
  add(dropWhereOwned(task, DropMode::BehindLoops), all);
  return true;
}

/// Is it, or does it come to, a part that `drop` cannot name?
bool isPayload(const JudgedBody &judged, const AmbiguousDrop &drop) {
  const auto isPart = [&](mir::PlaceId place) { return nameablePart(judged.mir(), place) != place; };
  const auto isDowncast = [](const mir::Projection &step) { return step.kind == mir::ProjectionKind::Downcast; };
  return isPart(judged.data[drop.value].place) || llvm::any_of(drop.pieces, [&](const DropPiece &piece) {
           return isPart(piece.base) || !piece.other_than.empty() || llvm::any_of(piece.steps, isDowncast);
         });
}

/// For a variable: what shows at every place whether the value is still there.
std::optional<std::string> lastResort(const JudgedBody &judged, const AmbiguousDrop &drop) {
  const PlaceNames names(judged);
  const mir::PlaceId variable = judged.data[judged.data.ofLocal(judged.data.localOf(drop.value))].place;
  const std::optional<std::string> name = names.name(variable, PlaceNames::Variants::Hidden);
  if (!name)
    return std::nullopt;
  const std::string type = judged.program.print(judged.mir().places[variable].ty);
  return "an `Option<" + type + ">` from which `take()` moves the value would show where `" + *name + "` is still owned";
}

} // namespace

std::vector<Suggestion> rewritesFor(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source) {
  if (judged.typed() == nullptr)
    return {};
  const mir::LocalDecl &local = judged.mir().locals[judged.data.localOf(drop.value)];
  if (local.name.empty() || !local.source.isValid())
    return {};
  std::vector<Suggestion> all;
  if (!addAll(judged, drop, source, Follow::Variants, all))
    return {};
  if (isPayload(judged, drop)) {
    addAll(judged, drop, source, Follow::Flags, all);
    addAll(judged, drop, source, Follow::Whole, all);
  }
  if (const std::optional<std::string> advice = lastResort(judged, drop))
    all.push_back({*advice, {}, Applicability::Unspecified});
  return all;
}

} // namespace lien
