#include "checker/moves/place_overlap.hpp"

namespace lien {

namespace {

/// Two steps from one place that certainly lead apart: different fields, different constant indices from one end.
bool leadApart(const mir::Projection &a, const mir::Projection &b) {
  if (a.kind != b.kind || a.from_end != b.from_end)
    return false;
  if (a.kind == mir::ProjectionKind::Field || a.kind == mir::ProjectionKind::ConstantIndex)
    return a.a != b.a;
  return false;
}

} // namespace

bool mayOverlap(const mir::Body &body, const TypeStore &types, mir::PlaceId loan, mir::PlaceId access, AccessDepth depth) {
  llvm::SmallVector<mir::Projection, 4> loan_steps = body.places.projections(loan), access_steps = body.places.projections(access);
  std::size_t common = std::min(loan_steps.size(), access_steps.size());
  for (std::size_t i = 0; i < common; ++i)
    if (leadApart(loan_steps[i], access_steps[i]))
      return false;
  if (loan_steps.size() <= access_steps.size() || depth == AccessDepth::Deep)
    return true;
  // The loan goes on below the accessed place: does the access follow it there?
  mir::PlaceId at = loan;
  for (std::size_t below = loan_steps.size(); below > access_steps.size(); --below, at = body.places[at].base) {
    const mir::PlaceData &data = body.places[at];
    if (data.step.kind != mir::ProjectionKind::Deref)
      continue;
    bool through_reference = types.is(body.places[data.base].ty, TyKind::Ref);
    if (depth == AccessDepth::Shallow || through_reference)
      return false;
  }
  return true;
}

} // namespace lien
