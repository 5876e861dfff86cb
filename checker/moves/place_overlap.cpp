#include "checker/moves/place_overlap.hpp"

namespace lien {

namespace {

using mir::ProjectionKind;

/// Two elements of one slice (or array) that patterns name, one counted from the front and one from the end. Both patterns matched, so the slice is at
/// least as long as the longer of them asks for; the element counted from the end is then at `length - from_end` or further back.
bool oppositeEndsMayMeet(const mir::Projection &front, const mir::Projection &back) {
  std::uint32_t length = std::max(front.b, back.b);
  return front.a + back.a >= length;
}

bool elementsMayMeet(const mir::Projection &a, const mir::Projection &b) {
  if (a.from_end == b.from_end)
    return a.a == b.a;
  return a.from_end ? oppositeEndsMayMeet(b, a) : oppositeEndsMayMeet(a, b);
}

/// A subslice [from, to) counted from the front, or [from, length - to).
bool elementMayBeIn(const mir::Projection &element, const mir::Projection &subslice) {
  if (element.from_end)
    return !subslice.from_end || element.a > subslice.b;
  return element.a >= subslice.a && (subslice.from_end || element.a < subslice.b);
}

bool subslicesMayMeet(const mir::Projection &a, const mir::Projection &b) {
  return a.from_end || b.from_end || (b.a < a.b && a.a < b.b); // to its end each covers whatever the other begins with
}

/// Rule: two steps from one place lead to the same place, or apart. Fields and variants: apart when different (two variants never hold at once).
/// Elements: as far as their positions tell.
bool mayMeet(const mir::Projection &a, const mir::Projection &b, IndexBias bias) {
  switch (a.kind) {
  case ProjectionKind::Deref:
    return true;
  case ProjectionKind::Field:
  case ProjectionKind::Downcast:
    return a.kind != b.kind || a.a == b.a;
  case ProjectionKind::Index:
    return bias == IndexBias::MayBeEqual;
  case ProjectionKind::ConstantIndex:
    if (b.kind == ProjectionKind::ConstantIndex)
      return elementsMayMeet(a, b);
    return b.kind == ProjectionKind::Subslice ? elementMayBeIn(a, b) : bias == IndexBias::MayBeEqual;
  case ProjectionKind::Subslice:
    if (b.kind == ProjectionKind::ConstantIndex)
      return elementMayBeIn(b, a);
    return b.kind == ProjectionKind::Subslice ? subslicesMayMeet(a, b) : bias == IndexBias::MayBeEqual;
  }
  return true;
}

mir::PlaceId ancestor(const mir::Places &places, mir::PlaceId place, std::uint32_t depth) {
  while (places[place].depth > depth)
    place = places[place].base;
  return place;
}

/// Rule: the loan goes on below the accessed place; whether the access follows it there depends on what each further step is.
bool reaches(const mir::Body &body, const MoveTypes &types, mir::PlaceId access, mir::PlaceId loan, AccessDepth depth) {
  if (depth == AccessDepth::Deep)
    return true;
  if (depth == AccessDepth::ShallowFake || depth == AccessDepth::ShallowLength)
    return false;
  bool reached = true; // the answer of the step nearest to the accessed place that has one
  for (mir::PlaceId at = loan; body.places[at].depth > body.places[access].depth; at = body.places[at].base) {
    const mir::PlaceData &data = body.places[at];
    Ty base = body.places[data.base].ty;
    if (data.step.kind == ProjectionKind::Deref) {
      if (depth == AccessDepth::Shallow || types.store().is(base, TyKind::Ref))
        reached = false;
    } else if (data.step.kind == ProjectionKind::Field && depth == AccessDepth::Drop && types.store().is(base, TyKind::Adt) && types.hasDestructor(base)) {
      reached = true; // a destructor may look at everything
    }
  }
  return reached;
}

} // namespace

bool mayOverlap(const mir::Body &body, const MoveTypes &types, LoanedPlace loan, mir::PlaceId access, AccessDepth depth, IndexBias bias) {
  const mir::Places &places = body.places;
  const mir::PlaceData &loaned = places[loan.place], &accessed = places[access];
  if (loaned.local != accessed.local)
    return false;
  std::uint32_t common = std::min(loaned.depth, accessed.depth);
  mir::PlaceId from_loan = ancestor(places, loan.place, common), from_access = ancestor(places, access, common);
  mir::PlaceId loan_side = from_loan, access_side = from_access;
  while (loan_side != access_side) { // equal places are one id: above it both take the same steps
    if (!mayMeet(places[loan_side].step, places[access_side].step, bias))
      return false;
    loan_side = places[loan_side].base;
    access_side = places[access_side].base;
  }
  // An Index step that both share may mean another element each time (the index may be written in between).
  if (bias == IndexBias::MayBeDistinct)
    for (mir::PlaceId at = loan_side; places[at].base.isValid(); at = places[at].base)
      if (places[at].step.kind == ProjectionKind::Index)
        return false;
  if (loaned.depth > common)
    return reaches(body, types, from_loan, loan.place, depth);
  return !loan.is_shallow || accessed.depth == common;
}

} // namespace lien
