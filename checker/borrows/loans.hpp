// Loans: every `&` of a body that some access could conflict with, when each starts to exclude others, and at which points each is in scope.
//
// A loan lasts from the borrow while the region of its reference contains the point, until what was borrowed can no longer be reached by the same name
// (a kill). An interval's end would not do: regions have gaps and branches rejoin (`LoanScopes`).
// Sources: RFC 2094 "Liveness" to "Reborrow constraints", RFC 2025 (two-phase borrows), rustc dev guide, "The borrow check".
#pragma once

#include "checker/regions/regions.hpp"

namespace lien {

struct LoanTag;
using LoanId = Id<LoanTag>;

struct Loan {
  Location at;           ///< the assignment of the reference
  mir::PlaceId borrowed; ///< what is borrowed
  mir::PlaceId assigned; ///< where the reference is put
  mir::BorrowKind kind{};
  RegionVid region;                   ///< invalid until `Loans::setRegions`
  bool two_phase = false;             ///< TwoPhaseMut whose reference goes into a temporary: only reserves until `activation`
  std::optional<Location> activation; ///< the one use of that temporary; none: never used

  [[nodiscard]] bool isMutable() const {
    return kind == mir::BorrowKind::Mut || kind == mir::BorrowKind::TwoPhaseMut || kind == mir::BorrowKind::UniqueInClosure;
  }
};

/// What loans ask about regions: a narrow window on `Regions`, so that tests can give sets of their own.
class LoanRegions {
public:
  virtual ~LoanRegions() = default;
  [[nodiscard]] virtual RegionVid ofBorrow(Location at) const = 0;
  [[nodiscard]] virtual const PointSet &points(RegionVid region) const = 0;
};

class Loans {
public:
  /// All loans, in the order in which rustc numbers them: of several loans that an access meets, the first is the one that is blamed. `promoted`: borrows
  /// of constants (`findPromotedBorrows`), which are none.
  Loans(const ControlFlow &flow, const MoveTypes &types, llvm::ArrayRef<std::uint32_t> promoted = {});
  void setRegions(const LoanRegions &regions);
  /// Statement indices of the borrows, in no particular order: what `Regions` has to know points for.
  [[nodiscard]] std::vector<std::uint32_t> borrowPoints() const;

  [[nodiscard]] bool empty() const { return loans_.empty(); }
  [[nodiscard]] std::size_t size() const { return loans_.size(); }
  [[nodiscard]] const Loan &operator[](LoanId loan) const { return loans_[loan]; }
  /// The loan made at a location; invalid: none (or one that nothing can conflict with).
  [[nodiscard]] LoanId madeAt(Location at) const;
  [[nodiscard]] bool isOnLocal(mir::LocalId local) const { return !loans_.empty() && has_loans_[local.index()]; }
  /// Loans that are activated at the location, in order.
  [[nodiscard]] llvm::ArrayRef<LoanId> activatedAt(Location at) const;
  /// The statement indices of all activations, ascending, once for each loan.
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> activationPoints() const { return activation_points_; }
  /// Has the two-phase loan been activated before `at` (or is it no two-phase loan)? As rustc's `is_active`.
  [[nodiscard]] bool isActive(LoanId loan, Location at) const;

private:
  void gather(const MoveTypes &types, llvm::ArrayRef<std::uint32_t> promoted);
  void number(std::vector<Loan> loans);
  void findActivations();
  [[nodiscard]] bool dominates(Location a, Location b) const;

  const ControlFlow &flow_;
  IdVector<LoanId, Loan> loans_;
  std::vector<bool> has_loans_;                           ///< by local
  std::vector<std::pair<std::uint32_t, LoanId>> made_at_; ///< with the statement index, ascending
  std::vector<std::uint32_t> activation_points_;
  std::vector<LoanId> activated_; ///< at each of these points
};

/// Does the place lie behind a shared reference? What is there cannot be written to while anyone looks, and the reference may be copied and outlived by the
/// loan, so that loans of it need no watching.
[[nodiscard]] bool isBehindSharedReference(const mir::Body &body, const TypeStore &types, mir::PlaceId place);

} // namespace lien
