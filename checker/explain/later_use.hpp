// Why a loan is still alive at an access: what may use the reference afterwards.
//
//   let r = &x;
//   x = 1;            the access
//   show(r);          UsedLater: the region of `&x` flows into that of `r`, which is live at the access because of this use
//
// Found backward through the constraints (from the loan's region to one that is live at the access) and then forward through the code (to the use that
// makes it live). As rustc's `explain_why_borrow_contains_point`. Computed only for findings.
#pragma once

#include "checker/explain/borrow_context.hpp"
#include "checker/explain/local_touches.hpp"
#include "checker/explain/region_blame.hpp"

#include <variant>

namespace lien {

struct UsedLater {
  enum class Kind : std::uint8_t {
    TraitObject, ///< the reference became part of a trait object
    Call,        ///< an argument of this call
    Stored,      ///< put into the variable that a `let` declares
    Use,
  } kind{};
  Span span; ///< relative to the body
  bool in_next_iteration = false;
};

/// The implicit drop of a value that holds the reference.
struct DroppedLater {
  mir::LocalId dropped;
  Location at;
  bool is_about_order = false; ///< both the reference's holder and what it borrows are variables that end together
};

/// The signature, or a written type, asks that the reference lives as long as a lifetime of the signature.
struct MustOutlive {
  Blame blame;
  RegionVid lifetime;
};

struct Unexplained {};

using LoanExtent = std::variant<Unexplained, UsedLater, DroppedLater, MustOutlive>;

class LoanExtents {
public:
  explicit LoanExtents(const BorrowContext &context);
  /// `ended`: the place whose end the access at `at` is, for accesses that end one; invalid otherwise.
  [[nodiscard]] LoanExtent explain(Location at, const Loan &loan, mir::PlaceId ended) const;

private:
  const BorrowContext &context_;
  LocalTouches touches_;
  std::vector<bool> is_tracked_; ///< by region: its uses can be what keeps a loan alive
};

/// Whether the user's source names the local.
bool isNamedByUser(const mir::Body &body, mir::LocalId local);

} // namespace lien
