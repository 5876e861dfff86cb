// Loans: every `&` of a body that some access could conflict with, when each starts to exclude others, and at which points each is in scope.
//
// A loan lasts from the borrow while the region of its reference contains the point, until what was borrowed can no longer be reached by the same name
// (a kill). In scope is a forward gen/kill dataflow, 64 loans a word: an interval's end would not do, regions have gaps and branches rejoin.
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
  RegionVid region;
  bool two_phase = false;             ///< TwoPhaseMut whose reference goes into a temporary: only reserves until `activation`
  std::optional<Location> activation; ///< the one use of that temporary; none: never used
};

class Loans {
public:
  Loans(const ControlFlow &flow, const TypeStore &types, const Regions &regions);

  [[nodiscard]] std::size_t size() const { return loans_.size(); }
  [[nodiscard]] const Loan &operator[](LoanId loan) const { return loans_[loan]; }
  /// The loan made at a location; invalid: none (or one that nothing can conflict with).
  [[nodiscard]] LoanId madeAt(Location at) const;
  /// Loans of places that start at the local, in the order of their making.
  [[nodiscard]] llvm::ArrayRef<LoanId> ofLocal(mir::LocalId local) const;
  /// Loans that are activated at the location.
  [[nodiscard]] llvm::ArrayRef<LoanId> activatedAt(Location at) const;
  /// Has the two-phase loan been activated before `at` (or is it no two-phase loan)? As rustc's `is_active`.
  [[nodiscard]] bool isActive(LoanId loan, Location at) const;

private:
  IdVector<LoanId, Loan> loans_;
  std::vector<std::vector<LoanId>> of_local_;
  llvm::DenseMap<std::uint32_t, LoanId> made_at_;                            ///< by statement index
  llvm::DenseMap<std::uint32_t, llvm::SmallVector<LoanId, 1>> activated_at_; ///< by statement index
  const ControlFlow &flow_;
};

} // namespace lien
