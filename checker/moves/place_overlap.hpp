// Can an access to one place touch what a loan of another place protects? One function with its own table of cases
// (`tests/unit/place_overlap_test.cpp`).
//
//   loan      access    depth    overlap?
//   a.b       a.c       any      no: different fields
//   a.b       a         Deep     yes: the loan lies inside
//   a         a.b       any      yes: the access lies inside
//   *a        a         Shallow  no: assigning `a`, or ending its storage, leaves what it points to
//   *a        a         Drop     if `a` owns it: dropping a `&mut` leaves what it points to, dropping a box does not
//   a[0]      a[-1]     any      if one pattern can mean both, which the lengths of the two patterns tell
#pragma once

#include "checker/mir/mir.hpp"
#include "checker/moves/move_types.hpp"

namespace lien {

enum class AccessDepth : std::uint8_t {
  Shallow,       ///< the place itself: an assignment, the end of storage, a discriminant
  ShallowFake,   ///< a fake borrow that keeps guards from changing the place alone: nothing inside it
  ShallowLength, ///< the length of a slice: nothing inside it
  Deep,          ///< all that can be reached through it
  Drop,          ///< what dropping it would touch: not what lies behind references
};

/// What to say of two elements when an index is known only at run time.
enum class IndexBias : std::uint8_t {
  MayBeEqual,   ///< for access checks: never "no" where they may overlap
  MayBeDistinct ///< for kills: never "yes" where they may lie apart
};

struct LoanedPlace {
  mir::PlaceId place;
  bool is_shallow = false; ///< a shallow fake borrow: protects the place, not what is inside it
};

/// RFC 2094, "Access legality"; rustc dev guide, "The borrow check". With different locals: no.
[[nodiscard]] bool mayOverlap(const mir::Body &body, const MoveTypes &types, LoanedPlace loan, mir::PlaceId access, AccessDepth depth,
                              IndexBias bias = IndexBias::MayBeEqual);

} // namespace lien
